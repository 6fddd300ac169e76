"""What set-up decides to do, from the stamp that it finds."""

import pytest
from setup_steps.layout import Layout
from setup_steps.plan import Plan, plan_for, stamp_after
from setup_steps.stamp import Stamp, read_stamp, wanted_stamp, write_stamp

WANTED = Stamp(folder="/here", libraries="l2", dev_libraries="d2", project="p2")


@pytest.mark.parametrize(
    ("found", "dev", "plan"),
    [
        (None, False, Plan.FRESH),
        (WANTED, False, Plan.NOTHING),
        (WANTED, True, Plan.NOTHING),
        (WANTED._replace(dev_libraries=""), False, Plan.NOTHING),
        (WANTED._replace(dev_libraries=""), True, Plan.ADD_DEV),
        (WANTED._replace(dev_libraries="d1"), True, Plan.FRESH),
        (WANTED._replace(dev_libraries="d1"), False, Plan.NOTHING),
        (WANTED._replace(libraries="l1"), False, Plan.FRESH),
        (WANTED._replace(project="p1"), False, Plan.PROJECT),
        (WANTED._replace(project="p1"), True, Plan.PROJECT),
        (WANTED._replace(folder="/elsewhere"), False, Plan.FRESH),
    ],
)
def test_does_no_more_than_the_stamp_asks_for(found: Stamp | None, dev: bool, plan: Plan) -> None:
    assert plan_for(found, WANTED, dev=dev, healthy=True) is plan


def test_makes_an_environment_anew_whose_python_is_gone() -> None:
    assert plan_for(WANTED, WANTED, dev=False, healthy=False) is Plan.FRESH


@pytest.mark.parametrize(
    ("plan", "had", "dev", "has"),
    [
        (Plan.FRESH, "d2", False, ""),
        (Plan.FRESH, "", True, "d2"),
        (Plan.ADD_DEV, "", True, "d2"),
        (Plan.PROJECT, "d2", False, "d2"),
        (Plan.PROJECT, "", False, ""),
    ],
)
def test_the_new_stamp_tells_whether_the_libraries_of_the_tests_are_there(
    plan: Plan, had: str, dev: bool, has: str
) -> None:
    found = WANTED._replace(dev_libraries=had, project="p1")
    assert stamp_after(plan, found, WANTED, dev=dev) == WANTED._replace(dev_libraries=has)


def test_a_stamp_comes_back_as_it_was_written(layout: Layout) -> None:
    stamp = wanted_stamp(layout)
    file = layout.project / "stamp.json"
    write_stamp(file, stamp)
    assert read_stamp(file) == stamp
    assert stamp.folder == str(layout.project)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"folder": "/here"}'])
def test_a_stamp_that_was_cut_off_counts_as_none(layout: Layout, content: str) -> None:
    file = layout.project / "stamp.json"
    file.write_text(content)
    assert read_stamp(file) is None


def test_each_input_changes_its_own_part_of_the_stamp(layout: Layout) -> None:
    before = wanted_stamp(layout)
    changes = {
        layout.libraries: {"libraries"},
        layout.dev_libraries: {"dev_libraries"},
        layout.settings: {"project"},
        layout.placeholder / "src" / "tensorflow" / "__init__.py": {"project"},
    }
    for file, parts in changes.items():
        file.write_text(file.read_text() + "# changed\n")
        after = wanted_stamp(layout)
        assert {part for part in Stamp._fields if getattr(before, part) != getattr(after, part)} == parts
        before = after


def test_what_building_leaves_behind_changes_nothing(layout: Layout) -> None:
    before = wanted_stamp(layout)
    left = layout.placeholder / "src" / "tensorflow_placeholder.egg-info"
    left.mkdir()
    (left / "PKG-INFO").write_text("Name: x")
    assert wanted_stamp(layout) == before
