"""The addresses of team."""

from django.urls import path

from callboard.kit.pages import page_urls
from callboard.team.pages import (
    door,
    holidays,
    leaving_things,
    leavings,
    matrix,
    mentions,
    notices,
    people,
    pools,
    practice,
    profile,
    settings,
    setup,
    time,
)

urlpatterns = [
    path("sign-in/", door.sign_in, name="sign-in"),
    path("sign-in/link/<str:token>/", door.sign_in_link, name="sign-in-link"),
    path("sign-in/forgot/", door.forgot, name="forgot"),
    path("mention/", mentions.mentionable, name="mention"),
    path("sign-out/", door.sign_out, name="sign-out"),
    *page_urls(
        people.People,
        people.PersonRecord,
        leavings.Leavings,
        leavings.LeavingRecord,
        leaving_things.LeavingThings,
        people.Teams,
        people.TeamRecord,
        pools.Pools,
        pools.PoolRecord,
        time.Absences,
        time.AbsenceRecord,
        holidays.Holidays,
        holidays.HolidayRecord,
        profile.Profile,
        profile.Password,
        notices.Told,
        notices.EverybodyTold,
        matrix.Matrix,
        practice.Practice,
        setup.Setup,
        settings.Settings,
        settings.SettingHistory,
    ),
]
