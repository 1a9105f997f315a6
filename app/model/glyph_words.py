"""Words for the signs of channels: those that bring one of their own, how these are called, and words that mean the same."""

from __future__ import annotations

from collections.abc import Mapping

from app.i18n import tr

# Other words for the same channel, as libraries and files of other tools say them.
ALIKE: dict[str, str] = {
    "meeting": "site", "on_site": "site", "onsite": "site", "visit": "site", "workshop": "site", "in_person": "site",
    "call": "phone", "telephone": "phone", "mail": "letter", "post": "letter",
    "e-mail": "email", "newsletter": "email", "video_call": "video", "webinar": "presentation", "demo": "presentation",
    "website": "web", "self_service": "web", "self-service": "web", "portal": "web", "browser": "web",
    "live_chat": "chat", "messenger": "chat", "message": "sms", "text": "sms",
    "community": "comm", "forum": "comm", "partner": "handshake", "network": "comm",
    "app": "mobile", "mobile_app": "mobile", "social_media": "social", "shop": "store", "retail": "store",
    "questionnaire": "survey", "report": "document", "signature": "contract", "order": "form",
    "calendar": "event", "conference": "event", "trade_fair": "event", "fair": "event", "training": "presentation",
    "package": "parcel", "truck": "delivery", "shipping": "delivery", "advertising": "advert", "campaign": "advert",
    "chatbot": "bot", "assistant": "bot", "desktop": "screen", "product": "screen", "software": "screen",
    "api": "system", "it": "system", "back_office": "system", "support": "ticket", "informal": "coffee",
}  # fmt: skip


def glyph_names() -> Mapping[str, str]:
    """Name the signs a channel can have."""
    return {
        "email": tr("Email"),
        "phone": tr("Phone"),
        "video": tr("Video call"),
        "site": tr("On site"),
        "web": tr("Web"),
        "chat": tr("Live chat"),
        "comm": tr("Community"),
        "app": tr("App"),
        "mobile": tr("Mobile phone"),
        "letter": tr("Letter"),
        "social": tr("Social media"),
        "sms": tr("Text message"),
        "document": tr("Document"),
        "contract": tr("Contract"),
        "survey": tr("Survey"),
        "form": tr("Form"),
        "store": tr("Shop"),
        "event": tr("Event"),
        "presentation": tr("Presentation"),
        "delivery": tr("Delivery"),
        "parcel": tr("Parcel"),
        "advert": tr("Advertisement"),
        "bot": tr("Chatbot"),
        "screen": tr("Screen"),
        "system": tr("System"),
        "ticket": tr("Ticket"),
        "coffee": tr("Coffee break"),
        "handshake": tr("Handshake"),
        "search": tr("Search"),
    }
