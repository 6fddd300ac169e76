from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from platform_fakes.meta import MetaAdapter

    from cryobot.platforms.meta import MetaPlatform


@pytest.fixture(params=["whatsapp", "messenger"])
def of_meta(request: pytest.FixtureRequest) -> str:
    """The name of a platform of Meta."""
    return str(request.param)


@pytest.fixture
def meta_adapter(of_meta: str) -> "MetaAdapter":
    from .meta_made import MADE

    return MADE[of_meta][1]()


@pytest.fixture
def meta_platform(of_meta: str) -> "MetaPlatform":
    from .meta_made import MADE

    return MADE[of_meta][0]
