"""The one settings file. All but the two keys, which script/setup makes, have a safe default."""

from datetime import timedelta
from pathlib import Path

from django.templatetags.static import static
from django.urls import reverse_lazy

from nextflex.base import hosts
from nextflex.conf import api as api_settings
from nextflex.conf import env
from nextflex.conf import security as security_policy
from nextflex.conf import social as social_settings
from nextflex.conf import uploads as upload_settings

BASE_DIR = Path(__file__).resolve().parent.parent

# --- where we are ------------------------------------------------------------------------------
DEBUG = env.boolean("DEBUG", default=False)
PORT = env.integer("PORT", default=8000, least=1)
SITE_URL = env.own_url("SITE_URL", default=f"http://127.0.0.1:{PORT}")
SECRET_KEY = env.secret("SECRET_KEY")
JWT_SIGNING_KEY = env.secret("JWT_SIGNING_KEY")
ALLOWED_HOSTS = [
    *env.host_names("ALLOWED_HOSTS", default=("127.0.0.1", "localhost", "[::1]")),
    hosts.ascii_host(SITE_URL.hostname or ""),
]
HTTPS = SITE_URL.scheme == "https"

# --- files ---------------------------------------------------------------------------------------
DATA_DIR = env.path("NEXTFLEX_DATA_DIR", default=BASE_DIR / "var")
DATA_DIR.mkdir(parents=True, exist_ok=True)
MODEL_STORE = env.path("NEXTFLEX_MODEL_STORE", default=DATA_DIR / "models")
MEDIA_ROOT = DATA_DIR / "media"
MOVIELENS_URL = env.text("MOVIELENS_URL", default="https://files.grouplens.org/datasets/movielens/")
STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": upload_settings.STORAGE,
    "staticfiles": {"BACKEND": "nextflex.base.style_sheet.JoiningStorage"},
}
UPLOAD_QUOTA_POSTS = upload_settings.QUOTA_POSTS  # of a person, like the next one
UPLOAD_QUOTA_BYTES = upload_settings.QUOTA_BYTES

# --- models -------------------------------------------------------------------------------------
MODEL_POLL_S = 2  # how often a web worker looks for a newly published version
PROMOTION_MARGIN = env.share("PROMOTION_MARGIN", default=0.05)  # of NDCG@10, that may be lost

# --- the application -------------------------------------------------------------------------------
INSTALLED_APPS = [
    "unfold",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rest_framework",
    "rest_framework_simplejwt.token_blacklist",
    "djoser",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "strawberry_django",
    "django_htmx",
    "csp",
    "axes",
    "django_tasks",
    "django_tasks_db",
    "accounts",
    "catalog",
    "uploads",
    "recommender",
]
MIDDLEWARE = [
    "nextflex.http.middleware.RequestIdMiddleware",
    "nextflex.http.middleware.HealthProbeMiddleware",
    "nextflex.http.middleware.SecurityPolicyMiddleware",  # before static files, which need it as well
    "django.middleware.security.SecurityMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "nextflex.http.middleware.OverloadMiddleware",
    "nextflex.base.rate_limits.RateLimitMiddleware",
    "nextflex.http.caching.CachingMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "nextflex.http.middleware.UnreadableMiddleware",
    "uploads.guests.cookie.GuestCookieMiddleware",  # outside of the next one, whose cookie it sees
    "django.middleware.csrf.CsrfViewMiddleware",
    "accounts.sessions.LastSeenMiddleware",
    "accounts.sessions.AuthenticationMiddleware",
    "nextflex.base.time_zones.TimeZoneMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "nextflex.http.domain_errors.DomainErrorMiddleware",
]
ROOT_URLCONF = "nextflex.urls"
WSGI_APPLICATION = "nextflex.wsgi.application"
_CONTEXT_PROCESSORS = [
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",  # the pages
        "DIRS": [BASE_DIR / "templates" / "site"],
        "OPTIONS": {
            "environment": "nextflex.site.jinja.environment",
            "context_processors": [*_CONTEXT_PROCESSORS, "nextflex.site.context.site"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",  # admin and mails
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                *_CONTEXT_PROCESSORS,
            ]
        },
    },
]

# --- load: of one web worker; see nextflex/http/gate.py --------------------------------------------
WEB_THREADS = env.integer("WEB_THREADS", default=56, least=18)
REQUESTS_AT_ONCE = env.integer("REQUESTS_AT_ONCE", default=4, least=1)
REQUEST_WAIT_S = env.integer("REQUEST_WAIT_S", default=2)

# --- data ------------------------------------------------------------------------------------------
DATABASES = {
    "default": env.database("DATABASE_URL", default=f"sqlite:///{DATA_DIR}/nextflex.sqlite3")
}
DATABASES["default"]["CONN_MAX_AGE"] = env.integer("CONN_MAX_AGE", default=600)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True  # a lost connection is replaced, not a 500
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # IMMEDIATE takes the write lock at the start: with the default, parallel writers fail at once.
    DATABASES["default"]["ENGINE"] = "nextflex.sqlite"  # in which writers take turns
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=268435456",
    }
    # A file, since threads share an in-memory database with all that is not committed in it.
    DATABASES["default"]["TEST"] = {"NAME": DATA_DIR / "test.sqlite3"}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": env.cache("CACHE_URL", default="locmemcache://")}
CACHE_ERRORS = env.cache_errors(CACHES["default"]["BACKEND"])
if CACHES["default"]["BACKEND"] == "django.core.cache.backends.locmem.LocMemCache":
    CACHES["default"]["OPTIONS"] = {"MAX_ENTRIES": 10_000}  # 300 would forget throttle counters
TASKS = {
    "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "training"]}
}

# --- services that know more about films ------------------------------------------------------------
ENRICH_USER_AGENT = env.text("ENRICH_USER_AGENT", default=f"NextFlex (+{SITE_URL.geturl()})")
WIKIDATA_URL = env.site_url("WIKIDATA_URL", default="https://query.wikidata.org/sparql").geturl()
TMDB_URL = env.site_url("TMDB_URL", default="https://api.themoviedb.org/3").geturl()
TMDB_IMAGE_URL = env.site_url("TMDB_IMAGE_URL", default="https://image.tmdb.org/t/p/").geturl()
MLFLOW_TRACKING_URI = env.text("MLFLOW_TRACKING_URI")
TMDB_API_KEY = env.text("TMDB_API_KEY")
TMDB_STALE_DAYS = env.integer("TMDB_STALE_DAYS", default=90, least=1)
TMDB_KEEP_DAYS = env.integer("TMDB_KEEP_DAYS", default=150, least=1)  # 180 by TMDB's terms
TMDB_ATTRIBUTION = env.text(
    "TMDB_ATTRIBUTION",
    default="This product uses the TMDB API but is not endorsed or certified by TMDB.",
)
TMDB_IN_TRAINING = env.boolean("TMDB_IN_TRAINING", default=False)

# --- accounts ----------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
SESSION_ENGINE = "accounts.sessions"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "accounts.backends.SameCostBackend",  # last, since it makes up for what the others skipped
]
PASSWORD_HASHERS = [
    "accounts.hashers.Argon2idHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",  # until its account signs in the next time
]
_CHECKS = "accounts.passwords"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": f"{_CHECKS}.SimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": f"{_CHECKS}.LengthValidator"},
    {"NAME": f"{_CHECKS}.CommonValidator"},
    {"NAME": f"{_CHECKS}.NumericValidator"},
    {"NAME": f"{_CHECKS}.NotBlankValidator"},
]
PASSWORD_RESET_TIMEOUT = 24 * 3600
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "pages:home"
LOGOUT_REDIRECT_URL = "pages:home"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "accounts.lockout.login_name"
AXES_CLIENT_IP_CALLABLE = "nextflex.base.client_address.client_ip"
AXES_LOCKOUT_CALLABLE = "accounts.lockout.answer"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # guesses must not prolong a victim's lock
AXES_DISABLE_ACCESS_LOG = True  # a row a sign-in, in a table that only grows
SIMPLE_JWT = {
    "SIGNING_KEY": JWT_SIGNING_KEY,
    "ISSUER": "nextflex",
    "AUDIENCE": "nextflex",
    "ACCESS_TOKEN_LIFETIME": timedelta(minutes=60),
    "REFRESH_TOKEN_LIFETIME": timedelta(days=7),
    "ROTATE_REFRESH_TOKENS": True,
    "BLACKLIST_AFTER_ROTATION": True,
    "CHECK_REVOKE_TOKEN": True,  # a password change ends the tokens made before it
    "UPDATE_LAST_LOGIN": True,
    "LEEWAY": timedelta(seconds=30),  # clock skew between machines
}
vars().update(env.email("EMAIL_URL", default="consolemail://"))
SENDS_MAIL = env.sends_mail(vars()["EMAIL_BACKEND"])
CONFIRM_SIGN_UPS = env.boolean("CONFIRM_SIGN_UPS", default=SENDS_MAIL)
SIGN_UP_OPEN = env.boolean("SIGN_UP_OPEN", default=True)
SOCIAL_PROVIDERS = social_settings.PROVIDERS
DJOSER = {
    "TOKEN_MODEL": None,
    "USER_CREATE_PASSWORD_RETYPE": True,
    "SEND_ACTIVATION_EMAIL": False,
    "HIDE_USERS": True,
}

# --- the API -----------------------------------------------------------------------------------------
REST_FRAMEWORK = api_settings.REST_FRAMEWORK
vars().update(api_settings.CORS)
SPECTACULAR_SETTINGS = api_settings.SPECTACULAR
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

# --- safety ------------------------------------------------------------------------------------------
HEALTH_PROBES = r"api/v1/health/(live|ready)/"
SECURE_REDIRECT_EXEMPT = [f"^{HEALTH_PROBES}$"]
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
GUEST_COOKIE_NAME = "__Host-guest" if HTTPS else "guest"
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [f"{SITE_URL.scheme}://{SITE_URL.netloc}"]
if env.boolean("BEHIND_TLS_PROXY", default=HTTPS):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CONTENT_SECURITY_POLICY = {"DIRECTIVES": security_policy.SITE}
ADMIN_SECURITY_POLICY, PERMISSIONS_POLICY = security_policy.ADMIN, security_policy.PERMISSIONS

# --- words, time, logs -------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
TIME_ZONE = env.time_zone("TIME_ZONE", default="UTC")
UNFOLD = {
    "SITE_TITLE": "NextFlex",
    "SITE_HEADER": "NextFlex",
    "SITE_URL": reverse_lazy("pages:home"),
    "SITE_FAVICONS": [
        {"rel": "icon", "type": "image/svg+xml", "href": lambda request: static("favicon.svg")}
    ],
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "request": {"()": "nextflex.base.request_id.RequestIdFilter"},
        "no-refusals": {"()": "nextflex.base.overload.NoRefusals"},
    },
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name} [{request_id}]: {message}", "style": "{"}
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["request", "no-refusals"],
            "formatter": "line",
        }
    },
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", default="INFO")},
    "loggers": {
        "axes": {"level": "WARNING"},  # a line a sign-in otherwise
        "authlib": {"level": "INFO"},  # its debug lines have PKCE's secrets
    },
}
