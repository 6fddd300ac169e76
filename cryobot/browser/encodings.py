"""Which compression a browser takes."""


def accepts_gzip(header: str) -> bool:
    """Tell whether an Accept-Encoding header lets the answer be compressed with gzip."""
    weights = dict(map(_weight, header.lower().split(",")))
    return weights.get("gzip", weights.get("*", 0.0)) > 0


def _weight(part: str) -> tuple[str, float]:
    name, _, parameter = part.partition(";")
    key, _, value = parameter.partition("=")
    if key.strip() != "q":
        return name.strip(), 1.0
    try:
        return name.strip(), float(value)
    except ValueError:
        return name.strip(), 0.0
