"""Who sees a project and its steps, and what those read who do not. For bodies of actions."""

from django.utils.translation import gettext as said

from callboard.core.access import may_see
from callboard.core.actions import Actor
from callboard.core.notify import notify
from callboard.work.models import Project, ProjectStep, Task


def neutral() -> str:
    """What the task of a confidential project says."""
    return said("Step of a confidential project")


def neutral_day() -> str:
    """What the anchor of a confidential project alone is called."""
    return said("Day of a confidential project")


def admit(project: Project, by: Actor, person_id: int | None) -> None:
    """Whoever does a step of a confidential project sees it."""
    if not sees(project, person_id):
        show_to(project, [*project.audience, f"person:{person_id}"], by)


def sees(project: Project, person_id: int | None) -> bool:
    """Whether a project is shown to a person; nobody has to be shown it."""
    return person_id is None or not project.confidential or f"person:{person_id}" in project.audience


def show_to(project: Project, audience: list[str], by: Actor) -> None:
    """Give a project and its steps to others to see."""
    project.audience, project.updated_at = audience, by.now
    project.save()
    for step in project.steps.select_related("task"):
        step.audience = audience
        keep_step(step, by)
    by.changed(project)


def follow_step(by: Actor, task: Task, what: str) -> None:
    """The task of a step was handed over, taken, dropped or reopened by itself. Whoever has it is shown the project by those
    who see it, or who gave the step to their team; else its owner is told, who may share it."""
    step = ProjectStep.objects.select_related("project__owner", "task").filter(task=task).first()
    if step is None:
        return
    project, owner = step.project, task.owner
    if may_see(by, project) or (what == "taken" and owner is not None and owner.team_id == task.team_id):
        admit(project, by, task.owner_id)
    elif what in ("handed_over", "taken") and not sees(project, task.owner_id) and project.owner is not None:
        subject = said("{name} got a step of “{project}” and does not see it").format(name=owner, project=project)
        text = said(
            "Whoever handed it over does not see the project either. Share it with them where they may know of it."
        )
        notify(project.owner, "task_handed_over", by=by, subject=subject, text=text, ref=project)
    by.changed(step)
    by.changed(project)


def keep_step(step: ProjectStep, by: Actor) -> ProjectStep:
    """Save it and tell the open pages."""
    step.updated_at = by.now
    step.save()
    by.changed(step)
    by.changed(step.project)
    by.changed(step, topic="projects")
    return step


def keep_project(project: Project, by: Actor) -> Project:
    """Save it and tell the open pages."""
    project.updated_at = by.now
    project.save()
    by.changed(project)
    by.changed(project, topic="projects")
    return project
