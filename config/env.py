"""Reads settings from the environment, and stops on nonsense instead of guessing."""

import os
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit


class SettingsRefused(SystemExit):
    """Raised when a required variable is missing or unreadable; ends the process with a sentence."""


def text(name: str, default: str | None = None) -> str:
    """The variable as text; without a default it must be there."""
    value = os.environ.get(name, default)
    if value is None or (default is None and not value.strip()):
        raise SettingsRefused(f"缺少环境变量 {name}：请设置后再启动（见 docs/operations.md）。")
    return value


def words(name: str, default: str | None = None) -> list[str]:
    """The variable as a list split at commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def day(name: str) -> date | None:
    """The variable as a date YYYY-MM-DD, or None when it is not set."""
    value = os.environ.get(name, "")
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise SettingsRefused(f"环境变量 {name} 应为日期 YYYY-MM-DD，现为“{value}”。") from error


def number(name: str, default: int) -> int:
    """The variable as a whole number."""
    value = os.environ.get(name, str(default))
    if not value.isdigit():
        raise SettingsRefused(f"环境变量 {name} 应为整数，现为“{value}”。")
    return int(value)


def yes(name: str, default: bool) -> bool:
    """The variable as 1/0 or true/false."""
    value = os.environ.get(name, "1" if default else "0").lower()
    if value not in {"1", "0", "true", "false"}:
        raise SettingsRefused(f"环境变量 {name} 应为 1 或 0，现为“{value}”。")
    return value in {"1", "true"}


def folder(name: str, default: Path) -> Path:
    """The variable as a folder, made if it is not there."""
    path = Path(os.environ.get(name, str(default))).resolve()
    path.mkdir(parents=True, exist_ok=True)
    return path


def mail(name: str) -> tuple[str, int, str, str, bool]:
    """The variable as (host, port, user, password, whether TLS) from smtp[+tls]://user:word@host:port."""
    address = urlsplit(text(name))
    if address.scheme not in {"smtp", "smtp+tls"} or not address.hostname:
        raise SettingsRefused(f"环境变量 {name} 应形如 smtp+tls://用户:密码@主机:端口。")
    return (
        address.hostname,
        address.port or 25,
        unquote(address.username or ""),
        unquote(address.password or ""),
        address.scheme == "smtp+tls",
    )
