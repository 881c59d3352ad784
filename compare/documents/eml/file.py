"""One message: what its header fields tell, and its words."""

from __future__ import annotations

import datetime as dt
import re
from email import message_from_bytes
from email.errors import MessageError
from email.headerregistry import AddressHeader, DateHeader
from email.message import EmailMessage
from email.policy import default

from tuireader.compare.documents.draft import Draft
from tuireader.compare.documents.eml.content import Content, contents
from tuireader.compare.documents.eml.letter import read_letter
from tuireader.compare.documents.eml.order import joined
from tuireader.compare.documents.errors import DocumentError, Unreadable, trouble
from tuireader.compare.documents.properties import believable_name

# What the standard library raises for fields that no standard allows.
_BAD_FIELD = (
    MessageError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
_POSTMARK = re.compile(rb"(?:\A|\n\r?\n)From [^\n]*\d{4}\r?\n(?=[!-9;-~]+:)")
_PREFIX = re.compile(r"(?:(?:re|aw|fwd?|wg|antw|sv|vs|tr)(?:\[\d+\])?: *)+", re.IGNORECASE)
_MOST_NAMES = 5
_PGP = "-----BEGIN PGP MESSAGE-----"


def read(data: bytes, source: str) -> Draft:
    """Read a message; its attachments are left out.

    Raises:
        DocumentError: It is encrypted, a mailbox of several, no mail, or holds no text of its own.
    """
    count = len(_POSTMARK.findall(data))
    if count > 1:
        problem = f"it is a mailbox of {count} messages, not one"
        raise trouble(source, problem, "save the one message as EML and give that")
    try:
        message = message_from_bytes(data.lstrip(b"\r\n"), policy=default)
        kind = message.get_content_type()
    except _BAD_FIELD as error:
        raise _damaged(source) from error
    if not message.keys():
        problem = "it has no header fields (From, Subject), so it is no mail"
        raise trouble(source, problem, "name its format with --format-a or --format-b")
    _refuse_locked(message, kind, source)
    try:
        content = contents(message)
    except _BAD_FIELD as error:
        raise _damaged(source) from error
    return _draft(message, content, source)


def _draft(message: EmailMessage, content: Content, source: str) -> Draft:
    if any(_PGP in text for _, text in content.texts):
        raise _locked(source, "OpenPGP")
    try:
        drafts = [read_letter(kind, text) for kind, text in content.texts]
    except Unreadable as error:
        raise trouble(source, error.problem, error.remedy) from error
    letters = [draft for draft in drafts if draft.text]
    if not letters and content.attached is not None:
        return _draft(content.attached, contents(content.attached), source)
    if not letters:
        raise _without_text(source, content.names)
    draft = joined(letters)
    return draft._replace(
        title=_subject(message) or draft.title,
        author=_author(message) or draft.author,
        publisher=believable_name(_text(message, "organization")) or draft.publisher,
        date=_day(message) or draft.date,
    )


def _refuse_locked(message: EmailMessage, kind: str, source: str) -> None:
    if kind in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
        if str(message.get_param("smime-type") or "").lower() == "signed-data":
            problem = "its text is packed into its S/MIME signature"
            raise trouble(source, problem, "open it in its mail program and save its text")
        raise _locked(source, "S/MIME")
    if kind == "multipart/encrypted":
        raise _locked(source, "OpenPGP")


def _locked(source: str, scheme: str) -> DocumentError:
    remedy = "open it in the mail program that has the key, and save its text"
    return trouble(source, f"it is encrypted ({scheme})", remedy)


def _damaged(source: str) -> DocumentError:
    remedy = "save it again from its mail program, or save its text"
    return trouble(source, "it is damaged: its header fields or parts cannot be told apart", remedy)


def _without_text(source: str, names: tuple[str, ...]) -> DocumentError:
    if not names:
        return trouble(source, "the mail holds no text", "give a mail with words in it")
    shown = ", ".join(names[:_MOST_NAMES]) + (" and more" if len(names) > _MOST_NAMES else "")
    problem = f"the mail has no text of its own, only attachments ({shown})"
    return trouble(source, problem, "save the attachment that you mean and give that")


def _text(message: EmailMessage, name: str) -> str:
    """A header field with its encoded words decoded, or as it stands if that fails, or ""."""
    try:
        value = str(message[name] or "")
    except _BAD_FIELD:
        value = next((str(v) for key, v in message.raw_items() if key.lower() == name), "")
    return " ".join(value.split())


def _subject(message: EmailMessage) -> str:
    subject = _text(message, "subject")
    return subject[match.end() :] if (match := _PREFIX.match(subject)) else subject


def _author(message: EmailMessage) -> str:
    """The name of the first sender, or else the address."""
    try:
        field = message["from"]
        addresses = field.addresses if isinstance(field, AddressHeader) else ()
        if addresses:
            return " ".join((addresses[0].display_name or addresses[0].addr_spec).split())
    except _BAD_FIELD:
        pass
    return _text(message, "from")


def _day(message: EmailMessage) -> dt.date | None:
    """The day of sending, where the sender was."""
    try:
        field = message["date"]
        moment = field.datetime if isinstance(field, DateHeader) else None
    except _BAD_FIELD:
        return None
    return moment.date() if moment else None
