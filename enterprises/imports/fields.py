"""The columns of a list of enterprises, by the names that offices give them; the first is usual."""

ALIASES = {
    "name": ("企业名称", "单位名称", "公司名称", "企业全称", "机构名称", "申报单位", "名称"),
    "credit_code": (
        *("统一社会信用代码", "社会信用代码", "统一信用代码", "信用代码", "统一代码"),
        "统一社会信用代码/注册号",
    ),
    "registered_on": ("注册日期", "成立日期", "注册时间", "成立时间", "设立日期"),
    "registered_type": ("企业类型", "公司类型", "市场主体类型", "类型"),
    "capital": ("注册资金", "注册资本", "注册资本金"),
    "scope": ("经营范围", "经营项目"),
    "province": ("所在省份", "省份", "省"),
    "city": ("地区", "城市", "市"),
    "address": ("注册地址", "住所", "登记住所", "企业地址", "地址", "经营场所"),
    "district": ("区市", "所在区市", "区县", "县区", "所属区市"),
}
REQUIRED = ("name", "credit_code")
