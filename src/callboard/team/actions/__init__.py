"""What can be done about people, teams, rights, time and the door."""

from callboard.team.actions.company import start_for_real
from callboard.team.actions.door import (
    end_sign_in,
    invite_person,
    request_password_reset,
    set_password,
    sign_in_link,
    sign_out_everywhere,
)
from callboard.team.actions.holidays import (
    add_holiday,
    add_public_holidays,
    change_holiday,
    remove_holiday,
    remove_public_holidays,
)
from callboard.team.actions.leaving import deactivate_person, hand_on_work, reactivate_person
from callboard.team.actions.leavings import (
    change_leaving,
    choose_receiver,
    confirm_leaving,
    drop_leaving,
    prepare_leaving,
    reopen_leaving,
    rule_leaving,
)
from callboard.team.actions.letting_go import leave_now, note_problem, take_back_leaving
from callboard.team.actions.mentions import tell_mentioned
from callboard.team.actions.notices import (
    choose_notice,
    choose_notice_for_all,
    escalate_notice,
    set_quiet_time,
)
from callboard.team.actions.people import change_person, change_profile, create_person, set_status
from callboard.team.actions.rights import change_matrix, grant_role, revoke_role, set_grant
from callboard.team.actions.settings import put_setting_back, reset_setting, set_setting
from callboard.team.actions.setup import reopen_step, skip_step
from callboard.team.actions.teams import (
    add_to_pool,
    change_team,
    create_pool,
    create_team,
    remove_from_pool,
)
from callboard.team.actions.time import end_absence, record_absence, set_hours, set_team_hours

__all__ = [
    "add_holiday",
    "add_public_holidays",
    "add_to_pool",
    "change_holiday",
    "change_leaving",
    "change_matrix",
    "change_person",
    "change_profile",
    "change_team",
    "choose_notice",
    "choose_notice_for_all",
    "choose_receiver",
    "confirm_leaving",
    "create_person",
    "create_pool",
    "create_team",
    "deactivate_person",
    "drop_leaving",
    "end_absence",
    "end_sign_in",
    "escalate_notice",
    "grant_role",
    "hand_on_work",
    "invite_person",
    "leave_now",
    "note_problem",
    "prepare_leaving",
    "put_setting_back",
    "reactivate_person",
    "record_absence",
    "remove_from_pool",
    "remove_holiday",
    "remove_public_holidays",
    "reopen_leaving",
    "reopen_step",
    "request_password_reset",
    "reset_setting",
    "revoke_role",
    "rule_leaving",
    "set_grant",
    "set_hours",
    "set_password",
    "set_quiet_time",
    "set_setting",
    "set_status",
    "set_team_hours",
    "sign_in_link",
    "sign_out_everywhere",
    "skip_step",
    "start_for_real",
    "take_back_leaving",
    "tell_mentioned",
]
