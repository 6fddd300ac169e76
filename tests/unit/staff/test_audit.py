from datetime import UTC, datetime

from cryobot.staff.audit import AuditStore


def test_the_newest_come_first_and_page_by_page(audit: AuditStore) -> None:
    for number in range(5):
        audit.add("maria" if number % 2 else "edith", "case-viewed", str(number))

    first = audit.list(limit=2)
    assert [entry.subject for entry in first] == ["4", "3"]
    assert [entry.subject for entry in audit.list(before=first[-1].id)] == ["2", "1", "0"]
    assert [entry.subject for entry in audit.list(account="maria")] == ["3", "1"]
    assert audit.list(account="nobody") == []


def test_an_entry(audit: AuditStore) -> None:
    audit.add("maria", "case-viewed", "\0" + "x" * 200)
    (entry,) = audit.list()

    assert (entry.account, entry.action) == ("maria", "case-viewed")
    assert entry.subject.startswith("\0xxx")
    assert len(entry.subject) <= 80
    assert abs((datetime.now(UTC) - entry.at).total_seconds()) < 60
