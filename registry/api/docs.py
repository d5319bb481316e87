"""The readable docs: our shell around the addresses, drawn from the OpenAPI description."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Open to everyone; works without any other host."""
    told = {"schema": reverse("api:schema"), "origin": request.build_absolute_uri("/")[:-1]}
    return render(request, "api/docs.html", told)
