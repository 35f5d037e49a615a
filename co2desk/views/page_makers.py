"""Which view is built from which services."""

from collections.abc import Callable

from co2desk.services.bundle import Services
from co2desk.views.activities.activities_page import ActivitiesPage
from co2desk.views.administration.administration_page import AdministrationPage
from co2desk.views.factors.factors_page import FactorsPage
from co2desk.views.imports.imports_page import ImportsPage
from co2desk.views.labs.labs_page import LabsPage
from co2desk.views.page import Page
from co2desk.views.places import PageId
from co2desk.views.results.results_page import ResultsPage
from co2desk.views.start.start_page import StartPage
from co2desk.views.surroundings import Surroundings


def page_makers(
    around: Surroundings,
    services: Services,
    file_chosen: Callable[..., None],
    draft_unwanted: Callable[..., None],
    waiting_counted: Callable[..., None],
) -> dict[PageId, Callable[[], Page]]:
    """A maker per view; each view is given the services it needs and no more."""

    def start() -> Page:
        page = StartPage(
            around, services.preparations, services.imports, services.results, services.samples
        )
        page.draft_chosen.connect(file_chosen)
        page.waiting_counted.connect(waiting_counted)
        return page

    def imports() -> Page:
        page = ImportsPage(around, services.imports, services.preparations)
        page.file_chosen.connect(file_chosen)
        page.draft_unwanted.connect(draft_unwanted)
        return page

    return {
        PageId.START: start,
        PageId.LABS: lambda: LabsPage(around, services.labs, services.administration),
        PageId.IMPORTS: imports,
        PageId.ACTIVITIES: lambda: ActivitiesPage(
            around, services.activities, services.labs, services.results
        ),
        PageId.FACTORS: lambda: FactorsPage(around, services.factors, services.labs),
        PageId.RESULTS: lambda: ResultsPage(
            around, services.results, services.labs, services.administration
        ),
        PageId.ADMINISTRATION: lambda: AdministrationPage(
            around,
            services.administration,
            services.health,
            services.schema,
            services.backups,
            services.connection,
            services.labs,
        ),
    }
