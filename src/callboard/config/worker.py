"""`python -m callboard.config.worker`: the process that runs jobs, numbers changes and watches mailboxes."""

import os


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "callboard.config.settings")
    import django

    django.setup()
    from callboard.core import worker
    from callboard.kit.pages import load_pages

    load_pages()  # a letter names the page of its record
    worker.run()


if __name__ == "__main__":
    main()
