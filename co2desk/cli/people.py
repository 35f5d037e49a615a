"""`db grant`, `roles`, `audit-verify`: who may do what, and what was done."""

from typing import Annotated

import typer

from co2desk.cli import options
from co2desk.cli.terminal import Terminal


def add_to(db: typer.Typer) -> None:
    """Register the commands."""
    db.command("grant")(grant)
    db.command("roles")(roles)
    db.command("audit-verify")(audit_verify)


def grant(
    context: typer.Context,
    user: Annotated[str, typer.Argument(metavar="USER", show_default=False)],
    role: Annotated[str, typer.Option("--role", metavar="R", show_default=False)],
    lab: options.Lab = "",
    name: Annotated[str, typer.Option("--name", metavar="TEXT", show_default=False)] = "",
    email: Annotated[str, typer.Option("--email", metavar="TEXT", show_default=False)] = "",
    json: options.Json = False,
    database: options.Database = None,
) -> None:
    """Make a person's login if there is none, and give it a role in a laboratory or in all."""
    from co2desk.domain.errors import ErrorCode, UnusableInput
    from co2desk.domain.roles import Role

    terminal: Terminal = context.obj
    try:
        wanted = Role(role)
    except ValueError:
        raise UnusableInput(
            ErrorCode.INVALID_VALUE, value=role, name="role", detail=", ".join(Role)
        ) from None
    with terminal.services(database) as services:
        made = services.administration.grant_login(
            user, wanted, lab_code=lab, display_name=name, email=email
        )
    if json:
        terminal.document(
            {
                "user": user,
                "role": wanted,
                "lab": lab or None,
                "new_login": made.password is not None,
                "password": made.password,
            }
        )
        return
    terminal.line(terminal.text("granted", user=user, role=terminal.text(f"role.{wanted}")))
    if made.password is not None:
        terminal.line(terminal.text("first_password", password=made.password))


def roles(
    context: typer.Context, json: options.Json = False, database: options.Database = None
) -> None:
    """List people with their logins and roles."""
    terminal: Terminal = context.obj
    with terminal.services(database) as services:
        people = services.administration.people()
    if json:
        terminal.document(
            {
                "roles": [
                    {
                        "user": person.login or None,
                        "name": person.display_name,
                        "active": person.active,
                        "role": grant.role,
                        "lab": grant.lab_code or None,
                    }
                    for person in people
                    for grant in person.roles
                ]
            }
        )
        return
    terminal.table(
        ["login", "name", "role", "lab", "active"],
        [
            (
                person.login,
                person.display_name,
                terminal.text(f"role.{grant.role}"),
                grant.lab_code or terminal.text("every_laboratory"),
                terminal.yes_no(person.active),
            )
            for person in people
            for grant in person.roles
        ],
    )


def audit_verify(
    context: typer.Context, json: options.Json = False, database: options.Database = None
) -> None:
    """Check that the audit log is what was sealed."""
    terminal: Terminal = context.obj
    with terminal.services(database) as services:
        found = services.administration.verify_audit()
    if json:
        terminal.document(
            {
                "intact": found.intact,
                "seals": found.seals,
                "entries": found.entries,
                "broken_at": found.broken_at,
            }
        )
    else:
        key = "audit_intact" if found.intact else "audit_broken"
        terminal.line(
            terminal.text(key, seals=found.seals, entries=found.entries, seal=found.broken_at)
        )
    if not found.intact:
        raise typer.Exit(3)
