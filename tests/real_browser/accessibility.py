"""Holds what a page shows now against WCAG 2.2 A and AA with axe-core."""

from functools import cache

from playwright.sync_api import Page

from cryobot.paths import PROJECT

AXE = PROJECT / "widget" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
CHECK = """async (tags) => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
  return found.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id}: ${node.target.flat().join(" ")}: ${node.failureSummary}`));
}"""


def violations(page: Page) -> list[str]:
    """Give what axe-core finds wrong, the page that embeds the widget included; shadow roots are looked into."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(_axe())
    return list(page.evaluate(CHECK, TAGS))


@cache
def _axe() -> str:
    assert AXE.exists(), "axe-core is not there: run `npm ci --ignore-scripts` in the folder widget"
    return AXE.read_text(encoding="utf-8")
