"""Settings of Django for regie; what differs per installation comes from the environment."""

from importlib import resources
from pathlib import Path

from ido_regie import folder, keys
from ido_regie.environment import LOCAL, installation

PROGRAM = Path(__file__).resolve().parent
DATA_FOLDER = folder.data_folder()
INSTALLATION = installation()

SECRET_KEY = keys.secret_key(DATA_FOLDER)
DEBUG = False
ALLOWED_HOSTS = [*LOCAL, *INSTALLATION.hosts]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "ido_regie.audit",
    "ido_regie.organisations",
    "ido_regie.deliveries",
    "ido_regie.signals",
    "ido_regie.publication",
    "ido_regie.report",
    "ido_regie.dashboard",
]
MIDDLEWARE = [
    "ido_regie.security.headers",
    "django.middleware.security.SecurityMiddleware",
    "ido_regie.problems.api_answers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "ido_regie.dashboard.messages.too_large",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "ido_regie.security.sessions_end",
    "ido_regie.security.PagesNeedLogin",
    "ido_regie.dashboard.messages.wrong_methods",
]
ROOT_URLCONF = "ido_regie.urls"
WSGI_APPLICATION = "ido_regie.wsgi.application"
APPEND_SLASH = False
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PROGRAM / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "ido_regie.dashboard.navigation.menu",
            ]
        },
    }
]

SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA_FOLDER / "regie.sqlite3",
    "CONN_MAX_AGE": None,
    "OPTIONS": {
        # A delivery that was acknowledged must survive a power cut; writers wait for each other instead of failing.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    },
}
DATABASES = {"default": INSTALLATION.database or SQLITE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        # Pages as they were drawn (dashboard.kept), some 20 to 100 kB each; what was kept under an older version of the
        # data is never asked again and makes room for others.
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 200},
    }
}

AUTH_USER_MODEL = "organisations.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
RULES = "ido_regie.organisations.passwords"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{RULES}.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{RULES}.NotChosenByMany"},
    {"NAME": f"{RULES}.NotOnlyDigits"},
    {"NAME": f"{RULES}.NotTheLogin", "OPTIONS": {"user_attributes": ("login",)}},
]
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
if INSTALLATION.oidc:
    INSTALLED_APPS.append("mozilla_django_oidc")
    AUTHENTICATION_BACKENDS.append("ido_regie.dashboard.oidc.KnownAccounts")
    globals().update(INSTALLATION.oidc)
    OIDC_RP_SIGN_ALGO = "RS256"
    OIDC_RP_SCOPES = "openid profile"
    OIDC_CREATE_USER = False
    LOGIN_REDIRECT_URL_FAILURE = "/inloggen?oidc=mislukt"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "overview"
# Browsers share cookies between all ports of one computer: names of our own keep other programs out of the way.
SESSION_COOKIE_NAME = "regie_sessie"
CSRF_COOKIE_NAME = "regie_csrf"
SESSION_COOKIE_AGE = 12 * 60 * 60  # at the latest; ido_regie.security ends it sooner when nothing happens
SESSION_IDLE_AGE = 30 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# Strict, but for OIDC: there the browser comes back from another site and must still know its login.
SESSION_COOKIE_SAMESITE = "Lax" if INSTALLATION.oidc else "Strict"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "ido_regie.dashboard.messages.form_expired"
SILENCED_SYSTEM_CHECKS = ["security.W002"]  # ido_regie.security sets X-Frame-Options, on every answer
# Behind a proxy with TLS; on this computer alone the address is plain HTTP, where these would lock everyone out.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = INSTALLATION.is_served
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if INSTALLATION.is_served else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = INSTALLATION.is_served
if INSTALLATION.is_served:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# The proxy asks these over plain HTTP, on its own network.
SECURE_REDIRECT_EXEMPT = [r"^gezondheid$", r"^gereed$", r"^metrics$"]

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [
    PROGRAM / "static",
    ("letters", str(resources.files("fontpkg_atkinson_hyperlegible") / "files")),
]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MIMETYPES = {".ttf": "font/ttf"}

DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"errors": {"class": "logging.StreamHandler", "level": "ERROR"}},
    "loggers": {
        "django": {"handlers": ["errors"], "level": "ERROR", "propagate": False},
        # A wrong host name is the mistake of a caller, not of the server.
        "django.security.DisallowedHost": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}
