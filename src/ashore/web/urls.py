"""The address of each page."""

from django.urls import path

from ashore.web.views import about, checkin, entries, first, opening, plan, settings, situation, today, visit

urlpatterns = [
    path("start", opening.start, name="start"),
    path("away", opening.away, name="away"),
    path("unlock", opening.unlock, name="unlock"),
    path("restore", opening.restore, name="restore"),
    path("lock", opening.lock, name="lock"),
    path("example", opening.example, name="example"),
    path("look", opening.look, name="look"),
    path("first", first.first, name="first"),
    path("phone", first.phone, name="phone"),
    path("visit/<slug:step>", visit.visit, name="visit"),
    path("", today.today, name="today"),
    path("checkin", checkin.checkin, name="checkin"),
    path("situation", situation.situation, name="situation"),
    path("debt/<uuid:entry_id>", situation.debt, name="debt"),
    path("add/<slug:section>", entries.add, name="add"),
    path("entry/<uuid:entry_id>", entries.edit, name="edit"),
    path("entry/<uuid:entry_id>/remove", entries.remove, name="remove"),
    path("undo/<int:change_id>", entries.undo, name="undo"),
    path("plan", plan.plan, name="plan"),
    path("plan/if", plan.what_if, name="what-if"),
    path("settings", settings.settings, name="settings"),
    path("settings/file", settings.export, name="export"),
    path("settings/import", settings.take_in, name="import"),
    path("settings/backup", settings.back_up, name="backup"),
    path("settings/passphrase", settings.passphrase, name="passphrase"),
    path("settings/code", settings.code, name="code"),
    path("settings/delete", settings.delete, name="delete"),
    path("help", about.help_now, name="help"),
    path("about", about.about, name="about"),
]

handler404 = "ashore.web.views.opening.missing"
