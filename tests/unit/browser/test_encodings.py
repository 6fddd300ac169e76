import pytest

from cryobot.browser.encodings import accepts_gzip


@pytest.mark.parametrize(
    "header",
    [
        "gzip",
        "GZIP",
        "gzip, deflate, br",
        "br;q=1.0, gzip;q=0.5",
        "*",
        "*;q=0.1",
        "deflate , gzip ; q=0.001",
        "*;q=0,gzip",
    ],
)
def test_gzip_is_taken(header: str) -> None:
    assert accepts_gzip(header)


@pytest.mark.parametrize(
    "header",
    ["", "identity", "br", "gzip;q=0", "gzip; q=0.000", "gzip;q=0, *", "*;q=0", "x-gzip2", "gzip;q=much", ",", ";"],
)
def test_gzip_is_not_taken(header: str) -> None:
    assert not accepts_gzip(header)
