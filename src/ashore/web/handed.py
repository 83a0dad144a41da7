"""A file that a page hands out."""

from django.http import HttpResponse


def handed_out(data: bytes, name: str, kind: str) -> HttpResponse:
    """Return a file to be kept under a name, whatever characters it has; `kind`: what a browser is told that it is."""
    response = HttpResponse(data, content_type=kind)
    quoted = "".join(f"%{byte:02X}" for byte in name.encode())
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quoted}"
    return response
