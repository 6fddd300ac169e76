"""Sends a notification by mail."""

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

from cryobot.notifications.errors import NotSentError
from cryobot.notifications.notice import Notice
from cryobot.notifications.settings import NotificationSettings

SECONDS = 10


def send_mail(notice: Notice, settings: NotificationSettings) -> None:
    """Hand a mail to the mail server. Waits for it, so it belongs into a thread.

    Raises:
        NotSentError: the server did not take it.
    """
    try:
        _send(_message(notice, settings), settings)
    except smtplib.SMTPResponseException as error:
        raise NotSentError(f"the mail server answers {error.smtp_code}") from None
    except smtplib.SMTPRecipientsRefused as error:
        codes = ", ".join(sorted({str(code) for code, _ in error.recipients.values()}))
        raise NotSentError(f"the mail server refuses the recipients: {codes}") from None
    # The texts of these errors may name addresses of people.
    except (smtplib.SMTPException, OSError) as error:
        raise NotSentError(f"the mail server cannot be used: {type(error).__name__}") from None


def _message(notice: Notice, settings: NotificationSettings) -> EmailMessage:
    message = EmailMessage()
    message["From"] = settings.mail_from
    message["To"] = ", ".join(settings.recipients)
    message["Subject"] = notice.subject
    message["Date"] = formatdate()
    message["Message-ID"] = make_msgid(domain="cryobot.invalid")
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(notice.text)
    return message


def _send(message: EmailMessage, settings: NotificationSettings) -> None:
    scheme, host, port, user, password = settings.mail_server
    secure = ssl.create_default_context()
    with (
        smtplib.SMTP_SSL(host, port, timeout=SECONDS, context=secure)
        if scheme == "smtps"
        else smtplib.SMTP(host, port, timeout=SECONDS)
    ) as server:
        server.ehlo()
        if scheme == "smtp" and server.has_extn("starttls"):
            server.starttls(context=secure)
            server.ehlo()
        elif scheme == "smtp" and user:
            # A password is never sent in the clear.
            raise NotSentError("the mail server has a user, but offers no TLS; use smtps:// or another port")
        if user:
            server.login(user, password)
        refused = server.send_message(message)
    if refused:
        codes = ", ".join(sorted({str(code) for code, _ in refused.values()}))
        raise NotSentError(f"the mail server refuses some recipients: {codes}")
