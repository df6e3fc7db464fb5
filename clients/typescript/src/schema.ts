// Made of docs/openapi.yaml by `npm run generate`; not to be edited.

export interface paths {
    "/api/v1/auth/jwt/create/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sign in: returns an access token valid for an hour and a refresh token valid for a week. */
        post: operations["auth_jwt_create_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/jwt/logout/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sign out: revokes the tokens of this sign-in and ends the user's browser session. */
        post: operations["auth_jwt_logout_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/jwt/refresh/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Exchange a refresh token for a new token pair. Each refresh token can be used once. */
        post: operations["auth_jwt_refresh_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/jwt/verify/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Check whether an access or refresh token is currently valid: 200 or 401. */
        post: operations["auth_jwt_verify_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/users/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your own account, as a list with one entry
         * @description Your own account. Other accounts are visible only to staff, in the admin site.
         */
        get: operations["auth_users_list"];
        put?: never;
        /**
         * Sign up
         * @description Your own account. Other accounts are visible only to staff, in the admin site.
         */
        post: operations["auth_users_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/users/activation/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm a sign-up with the mailed link
         * @description Your own account. Other accounts are visible only to staff, in the admin site.
         */
        post: operations["auth_users_activation_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/users/me/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Your own account. Other accounts are visible only to staff, in the admin site. */
        get: operations["auth_users_me_retrieve"];
        /** @description Your own account. Other accounts are visible only to staff, in the admin site. */
        put: operations["auth_users_me_update"];
        post?: never;
        /** @description Your own account. Other accounts are visible only to staff, in the admin site. */
        delete: operations["auth_users_me_destroy"];
        options?: never;
        head?: never;
        /** @description Your own account. Other accounts are visible only to staff, in the admin site. */
        patch: operations["auth_users_me_partial_update"];
        trace?: never;
    };
    "/api/v1/auth/users/reset_password/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request a password reset link by mail
         * @description Returns 204 for any address. Without a mail server, the mail is written to the console.
         */
        post: operations["auth_users_reset_password_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/users/reset_password_confirm/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password with the mailed link
         * @description Your own account. Other accounts are visible only to staff, in the admin site.
         */
        post: operations["auth_users_reset_password_confirm_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/users/set_email/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change your e-mail address; where the site sends mail, a mailed link confirms it
         * @description Your own account. Other accounts are visible only to staff, in the admin site.
         */
        post: operations["auth_users_set_email_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/users/set_email_confirm/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm a new e-mail address with the mailed link
         * @description Your own account. Other accounts are visible only to staff, in the admin site.
         */
        post: operations["auth_users_set_email_confirm_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/users/set_password/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change your password; all other sessions are ended
         * @description Your own account. Other accounts are visible only to staff, in the admin site.
         */
        post: operations["auth_users_set_password_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charts/{name}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A chart (trending, popular, latest or top-rated) computed from the current ratings. */
        get: operations["charts_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dataset-users/{id}/history/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The ratings of a user of the active data set, newest first, at most a thousand. */
        get: operations["dataset_users_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dataset-users/{id}/recommendations/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Recommendations for a user of the active data set, based on their ratings in it. */
        get: operations["dataset_users_recommendations_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/genres/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description All genres with their number of films. */
        get: operations["genres_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health/live/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Liveness: the process responds. It uses no database, so it passes while the database is down. */
        get: operations["health_live_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health/ready/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Readiness: `ok`; `degraded`, with reasons, when features are missing; 503 when unavailable. */
        get: operations["health_ready_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the progress of a job
         * @description `result` is present in the state done, `error` in failed. Poll every second or two.
         */
        get: operations["jobs_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/export/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export all your data
         * @description Your account, ratings, lists, notes, posts and imports, as JSON.
         */
        get: operations["me_export_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/export/letterboxd/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export your ratings as a CSV file for Letterboxd
         * @description Dates are in your time zone (see `me/profile/`).
         */
        get: operations["me_export_letterboxd_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/import/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your imports
         * @description Your imports, newest first. The latest five are kept for thirty days.
         */
        get: operations["me_import_list"];
        put?: never;
        /**
         * Import ratings, viewings and watchlists from other sites
         * @description Start a job that reads the file and matches its rows and, with `dry_run=false`, applies them.
         *
         *     The source is detected from the columns: Letterboxd, IMDb, Trakt, MovieLens, Netflix, TMDB,
         *     Simkl, Movary, Criticker, MovieTweetings. In other tables, columns are detected by name and the
         *     scale by the ratings. `result.readings` lists what was detected; change it with `reading/`.
         *
         *     Every row has an outcome in the report. If several rows refer to the same film, one of them is
         *     used: its rating replaces yours only if it is newer, a review becomes a note if you have none,
         *     and all viewing dates are kept.
         */
        post: operations["me_import_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/import/{job_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import */
        get: operations["me_import_retrieve"];
        put?: never;
        post?: never;
        /** Delete an import; the ratings it added are kept */
        delete: operations["me_import_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/import/{job_id}/apply/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply an import
         * @description Starts a job. Idempotent; repeat it after correcting rows.
         */
        post: operations["me_import_apply_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/import/{job_id}/reading/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Read a file of an import with different settings
         * @description Only before applying. Starts a job with a new report; films you have chosen are kept.
         */
        put: operations["me_import_reading_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/import/{job_id}/rows/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the rows of an import with their outcomes
         * @description In file order. Rows that are `ambiguous` or `unmatched` have candidates.
         */
        get: operations["me_import_rows_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/import/{job_id}/rows/{line}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose the film of a row, or skip the row
         * @description Also applies to all rows with the same title and year, or the same id.
         */
        put: operations["me_import_rows_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/import/{job_id}/take-back/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo an import
         * @description Starts a job. Changes you made since are kept. The import can then be applied again.
         */
        post: operations["me_import_take_back_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/not-interested/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Films excluded from your recommendations, most recently added first. */
        get: operations["me_not_interested_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/not-interested/{movie_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One film excluded from your recommendations. It can still be found by searching; rating it
         *     removes it from this list.
         */
        get: operations["me_not_interested_retrieve"];
        /**
         * @description One film excluded from your recommendations. It can still be found by searching; rating it
         *     removes it from this list.
         */
        put: operations["me_not_interested_update"];
        post?: never;
        /**
         * @description One film excluded from your recommendations. It can still be found by searching; rating it
         *     removes it from this list.
         */
        delete: operations["me_not_interested_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/notes/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Your notes, newest first. */
        get: operations["me_notes_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/notes/{movie_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Your note on one film. */
        get: operations["me_notes_retrieve"];
        /** @description Your note on one film. */
        put: operations["me_notes_update"];
        post?: never;
        /** @description Your note on one film. */
        delete: operations["me_notes_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/onboarding/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Films for a new user to rate: well known, with varied ratings, and dissimilar to each other.
         *
         *     Excludes films you have rated or seen, and those on your watchlist or “not interested”. Films in
         *     `without`, which you have not seen, are replaced by the next best. No model is needed.
         */
        get: operations["me_onboarding_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/profile/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Your profile settings and demographics. */
        get: operations["me_profile_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Your profile settings and demographics. */
        patch: operations["me_profile_partial_update"];
        trace?: never;
    };
    "/api/v1/me/profile/about/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Clear all demographics
         * @description Your demographics (age band, gender, occupation), used only by models that support them.
         */
        delete: operations["me_profile_about_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/ratings/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Your ratings, newest first by default. */
        get: operations["me_ratings_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/ratings/{movie_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Your rating of one film. Rating takes effect immediately and removes the film from your
         *     watchlist and from “not interested”.
         */
        get: operations["me_ratings_retrieve"];
        /**
         * @description Your rating of one film. Rating takes effect immediately and removes the film from your
         *     watchlist and from “not interested”.
         */
        put: operations["me_ratings_update"];
        post?: never;
        /**
         * @description Your rating of one film. Rating takes effect immediately and removes the film from your
         *     watchlist and from “not interested”.
         */
        delete: operations["me_ratings_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/ratings/history/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Changes to your ratings, newest first; the latest thousand are kept. */
        get: operations["me_ratings_history_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/ratings/undo/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo your last rating change
         * @description Returns the undone change: the film has the rating `before` again, or none.
         *
         *     Repeat to undo earlier changes. Lists the rating had changed are restored.
         */
        post: operations["me_ratings_undo_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/recommendations/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Recommendations based on your current ratings, each with an explanation.
         *
         *     Films you have seen or are not interested in are excluded. Without a published model, the
         *     popularity chart is returned, as `model` shows; without ratings, a diversified popularity list.
         */
        get: operations["me_recommendations_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/seen/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the films you have seen
         * @description Films you have marked as seen, each once, latest first.
         *
         *     Films without a date are ordered by when you marked them. Rated films are listed only if marked.
         */
        get: operations["me_seen_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/seen/{movie_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One film you have seen. It is never recommended to you, but can still be found by searching. */
        get: operations["me_seen_retrieve"];
        /**
         * @description Add a viewing date; without one, the film is only marked as seen.
         *
         *     The film is removed from your watchlist. Adding the same date again has no effect.
         */
        put: operations["me_seen_update"];
        post?: never;
        /** @description Remove all your viewings of the film, or the one on a given date. */
        delete: operations["me_seen_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Your active sessions, of browsers and of API clients. */
        get: operations["me_sessions_list"];
        put?: never;
        post?: never;
        /**
         * End all sessions, including this one
         * @description Your active sessions, of browsers and of API clients.
         */
        delete: operations["me_sessions_end_all"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{session_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one session */
        delete: operations["me_sessions_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tokens/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Personal access tokens for scripts, sent as `Authorization: Bearer nfx_…`. */
        get: operations["me_tokens_list"];
        put?: never;
        /**
         * Create a token; its text is shown only in this response
         * @description Personal access tokens for scripts, sent as `Authorization: Bearer nfx_…`.
         */
        post: operations["me_tokens_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tokens/{token_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["me_tokens_retrieve"];
        put?: never;
        post?: never;
        /** Revoke a token */
        delete: operations["me_tokens_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/uploads/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Your posts, newest first, with the metadata of their images. */
        get: operations["me_uploads_list"];
        put?: never;
        /**
         * @description Create a post about a film. It is private until you publish it.
         *
         *     The image's metadata is available immediately, its files a moment later.
         */
        post: operations["me_uploads_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/uploads/{key}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One of your posts. */
        get: operations["me_uploads_retrieve"];
        /** @description The same as PATCH, so that the image need not be sent again. */
        put: operations["me_uploads_update"];
        post?: never;
        /** @description Delete the post and its image. Your rating of the film is kept. */
        delete: operations["me_uploads_destroy"];
        options?: never;
        head?: never;
        /**
         * @description Change the given fields; others are kept.
         *
         *     A new image makes the post private until you set `is_public` again. A new `title` proposes a
         *     film for the catalogue.
         */
        patch: operations["me_uploads_partial_update"];
        trace?: never;
    };
    "/api/v1/me/uploads/{key}/retry/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Retry processing an image that failed. */
        post: operations["me_uploads_retry_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/watchlist/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Your watchlist, most recently added first. */
        get: operations["me_watchlist_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/watchlist/{movie_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One film on your watchlist. It can still be recommended; rating it removes it from the list. */
        get: operations["me_watchlist_retrieve"];
        /** @description One film on your watchlist. It can still be recommended; rating it removes it from the list. */
        put: operations["me_watchlist_update"];
        post?: never;
        /** @description One film on your watchlist. It can still be recommended; rating it removes it from the list. */
        delete: operations["me_watchlist_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The served models with their metrics, compared with the popularity baseline. */
        get: operations["models_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{name}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One served model, compared with the popularity baseline. */
        get: operations["models_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/movies/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Films filtered by title, genre and year. `q` matches titles, ignoring accents and case. */
        get: operations["movies_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/movies/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One film with all its details. */
        get: operations["movies_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/movies/{id}/similar/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Films similar to this one, based on content or on ratings. */
        get: operations["movies_similar_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Search people by name, tolerating typos. People with the most films come first. */
        get: operations["people_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One person and their credits, newest films first. */
        get: operations["people_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recommend/scores/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Rank given films as a model would after a sequence; films it does not score come last. */
        post: operations["recommend_scores_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recommend/sequence/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Predict the next films after a sequence, with any model and without a user.
         *
         *     If the model knows none of the films, `next-ridge` is used instead, as `model` shows.
         */
        post: operations["recommend_sequence_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/similar/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Films similar to the one with this title (the most rated of several). 404 lists suggestions. */
        get: operations["similar_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Public posts, newest first, of all films or of one. */
        get: operations["uploads_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{key}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One public post. */
        get: operations["uploads_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description age_band: the youngest age in it; occupation: a MovieLens 1M code, 0 to 20. null: not given. */
        About: {
            age_band: components["schemas"]["AgeBandEnum"] | null;
            gender: components["schemas"]["GenderEnum"] | null;
            occupation: components["schemas"]["OccupationEnum"] | null;
        };
        /** @description age_band: the youngest age in it; occupation: a MovieLens 1M code, 0 to 20. null: not given. */
        AboutRequest: {
            age_band?: components["schemas"]["AgeBandEnum"] | null;
            gender?: components["schemas"]["GenderEnum"] | null;
            occupation?: components["schemas"]["OccupationEnum"] | null;
        };
        Account: {
            readonly id: number;
            /**
             * E-mail address
             * Format: email
             */
            readonly email: string;
            name: string;
            /**
             * Joined
             * Format: date-time
             */
            readonly date_joined: string;
        };
        AccountRequest: {
            name?: string;
        };
        /**
         * @description * `1` - under 18
         *     * `18` - 18–24
         *     * `25` - 25–34
         *     * `35` - 35–44
         *     * `45` - 45–49
         *     * `50` - 50–55
         *     * `56` - 56 or more
         * @enum {integer}
         */
        AgeBandEnum: 1 | 18 | 25 | 35 | 45 | 50 | 56;
        AnyTokenRequest: {
            token: string;
        };
        /** @description hint: the first characters of the token. */
        ApiToken: {
            readonly id: number;
            name: string;
            readonly hint: string;
            scopes: components["schemas"]["ScopesEnum"][];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: date-time */
            last_used_at: string | null;
        };
        /** @description An explanation: either a film you rated, with its share, or a shared feature. */
        Because: {
            movie_id?: number;
            title?: string;
            /** Format: double */
            rating?: number;
            /** Format: double */
            share?: number;
            trait?: string;
        };
        /** @description A rating change: `rating` is null if it was removed, `before` is null if it was the first. */
        Change: {
            movie: components["schemas"]["Movie"];
            /** Format: double */
            rating: number | null;
            /** Format: double */
            before: number | null;
            /** Format: date-time */
            at: string;
        };
        /** @description The film a row refers to; null skips the row. */
        ChoiceRequest: {
            /**
             * Format: int64
             * @description A film id, or null
             */
            movie: number | null;
        };
        /** @description uid, token: the last two parts of the mailed link; password: the one chosen at sign-up. */
        ConfirmationRequest: {
            uid: string;
            token: string;
            password: string;
        };
        /** @description character: the role an actor plays, where known. */
        Credit: {
            person: components["schemas"]["PersonName"];
            role: components["schemas"]["RoleEnum"];
            character: string;
        };
        CurrentPasswordRequest: {
            /** @description Omit it only if the account has no password; the session must then be under ten minutes old. */
            current_password?: string;
        };
        DatasetUserRecommendation: {
            movie: components["schemas"]["MovieOrId"];
            /**
             * Format: double
             * @description null where the model does not score the film.
             */
            score: number | null;
            /** Format: double */
            predicted_rating?: number;
            /**
             * Format: double
             * @description Standard deviation of the prediction, in stars.
             */
            predicted_spread?: number;
            because: components["schemas"]["Because"][];
        };
        /** @description A list, best first, and the model that produced it; the version is "live" for a chart. */
        DatasetUserRecommendations: {
            model: components["schemas"]["ModelName"];
            results: components["schemas"]["DatasetUserRecommendation"][];
        };
        /**
         * @description * `day_first` - day_first
         *     * `month_first` - month_first
         * @enum {string}
         */
        DateOrderEnum: "day_first" | "month_first";
        /** @description A post to create with an image; requires multipart/form-data. */
        DraftRequest: {
            /**
             * Format: double
             * @description 0.5 to 5 in steps of 0.5
             */
            rating?: number;
            /** Format: int64 */
            movie?: number;
            title?: string;
            year?: number;
            text?: string;
            is_public?: boolean;
            /**
             * Format: binary
             * @description JPEG, PNG, WebP or GIF, up to 10 MB and 40 million pixels
             */
            image?: Blob;
        };
        /** @description email: the current address; waits: whether the new address must still be confirmed. */
        EmailChange: {
            /** Format: email */
            email: string;
            waits: boolean;
        };
        /** @description The format of every error response. */
        Error: {
            error: components["schemas"]["ErrorDetail"];
        };
        /** @description code: machine-readable; message: human-readable; fields: error messages by invalid field. */
        ErrorDetail: {
            code: string;
            message: string;
            fields?: {
                [key: string]: unknown;
            };
        };
        /** @description An import form with a file. */
        FileRequest: {
            /**
             * Format: binary
             * @description A CSV, JSON, XML or zip file as exported by the site, at most 5 MB
             */
            file: Blob;
            /**
             * @description Only read the file and match its rows; apply/ saves the result
             * @default true
             */
            dry_run?: boolean;
            /**
             * @description Detected from the columns by default; `generic` for any other table
             *
             *     * `` -
             *     * `letterboxd` - letterboxd
             *     * `imdb` - imdb
             *     * `trakt` - trakt
             *     * `movielens` - movielens
             *     * `netflix` - netflix
             *     * `tmdb` - tmdb
             *     * `simkl` - simkl
             *     * `movary` - movary
             *     * `criticker` - criticker
             *     * `movietweetings` - movietweetings
             *     * `generic` - generic
             * @default
             * @enum {string}
             */
            format?: "letterboxd" | "imdb" | "trakt" | "movielens" | "netflix" | "tmdb" | "simkl" | "movary" | "criticker" | "movietweetings" | "generic" | "";
            /**
             * @description The highest possible rating; detected by default
             *
             *     * `5` - 5
             *     * `10` - 10
             *     * `20` - 20
             *     * `100` - 100
             */
            scale?: components["schemas"]["ScaleEnum"];
            /**
             * @description The meaning of every row; detected by default
             *
             *     * `ratings` - ratings
             *     * `seen` - seen
             *     * `watchlist` - watchlist
             */
            kind?: components["schemas"]["ImportKind"];
        };
        ForgottenPasswordRequest: {
            /** Format: email */
            email: string;
        };
        /**
         * @description * `` -
         *     * `letterboxd` - letterboxd
         *     * `imdb` - imdb
         *     * `trakt` - trakt
         *     * `movielens` - movielens
         *     * `netflix` - netflix
         *     * `tmdb` - tmdb
         *     * `simkl` - simkl
         *     * `movary` - movary
         *     * `criticker` - criticker
         *     * `movietweetings` - movietweetings
         *     * `generic` - generic
         * @enum {string}
         */
        FormatEnum: "letterboxd" | "imdb" | "trakt" | "movielens" | "netflix" | "tmdb" | "simkl" | "movary" | "criticker" | "movietweetings" | "generic";
        /**
         * @description * `F` - F
         *     * `M` - M
         * @enum {string}
         */
        GenderEnum: "F" | "M";
        Genre: {
            name: string;
            films: number;
        };
        Health: {
            status: components["schemas"]["StatusEnum"];
            reasons: string[];
            model_version: string | null;
        };
        HistoryEntry: {
            movie: components["schemas"]["Movie"];
            /** Format: double */
            rating: number;
            /** Format: date-time */
            rated_at: string;
        };
        /** @description A WebP version of the image; size: 320, 720, 1440 or full. */
        ImageFile: {
            size: string;
            url: string;
            width: number;
            height: number;
        };
        /**
         * @description * `processing` - processing
         *     * `ready` - ready
         *     * `failed` - processing failed
         *     * `lost` - file missing
         * @enum {string}
         */
        ImageState: "processing" | "ready" | "failed" | "lost";
        /** @description An import: the job and its file name. */
        Import: {
            /** Format: uuid */
            id: string;
            state: components["schemas"]["JobState"];
            /**
             * Format: double
             * @description 0 to 1
             */
            progress: number;
            result?: components["schemas"]["Result"];
            error?: string;
            file_name: string;
            format: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            finished_at: string | null;
            /** Format: date-time */
            applied_at: string | null;
        };
        /**
         * @description * `ratings` - ratings
         *     * `seen` - seen
         *     * `watchlist` - watchlist
         * @enum {string}
         */
        ImportKind: "ratings" | "seen" | "watchlist";
        /** @description A background job. `result` and `error` are present once available. */
        Job: {
            /** Format: uuid */
            id: string;
            state: components["schemas"]["JobState"];
            /**
             * Format: double
             * @description 0 to 1
             */
            progress: number;
            result?: components["schemas"]["Result"];
            error?: string;
        };
        /**
         * @description * `queued` - Queued
         *     * `running` - Running
         *     * `done` - Done
         *     * `failed` - Failed
         * @enum {string}
         */
        JobState: "queued" | "running" | "done" | "failed";
        /**
         * @description * `browser` - browser
         *     * `client` - client
         * @enum {string}
         */
        KindEnum: "browser" | "client";
        /**
         * @description * `en` - English
         * @enum {string}
         */
        LanguageEnum: "en";
        Live: {
            status: string;
        };
        /** @description hint: the first characters of the token. */
        MadeApiToken: {
            readonly id: number;
            name: string;
            readonly hint: string;
            scopes: components["schemas"]["ScopesEnum"][];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: date-time */
            last_used_at: string | null;
            token: string;
        };
        /** @description A film on one of your lists. */
        Mark: {
            movie: components["schemas"]["Movie"];
            /** Format: date-time */
            added_at: string;
        };
        /**
         * @description A served model. ratio: its NDCG@10 divided by the baseline's.
         *
         *     predicts_stars: whether it supports `min_rating`; uses_profile: whether it uses age, gender and
         *     occupation; is_shipped: whether it is a pretrained model that comes with NextFlex.
         */
        Model: {
            name: string;
            label: string;
            description: string;
            figures: {
                [key: string]: number;
            };
            /** Format: double */
            fit_seconds: number;
            /** Format: double */
            ratio: number | null;
            predicts_stars: boolean;
            uses_profile: boolean;
            is_shipped: boolean;
        };
        /** @description A model with its version and the baseline on the same split. */
        ModelDetail: {
            name: string;
            label: string;
            description: string;
            figures: {
                [key: string]: number;
            };
            /** Format: double */
            fit_seconds: number;
            /** Format: double */
            ratio: number | null;
            predicts_stars: boolean;
            uses_profile: boolean;
            is_shipped: boolean;
            version: string;
            baseline: components["schemas"]["Model"];
        };
        /**
         * @description * `content` - content
         *     * `als` - als
         *     * `bayesian-mf` - bayesian-mf
         *     * `als-implicit` - als-implicit
         *     * `item-similarity` - item-similarity
         *     * `ease` - ease
         *     * `next-neighbours` - next-neighbours
         *     * `next-ridge` - next-ridge
         *     * `neural-mf` - neural-mf
         *     * `bst` - bst
         *     * `bert4rec` - bert4rec
         *     * `sasrec` - sasrec
         *     * `next-blend` - next-blend
         *     * `for-you` - for-you
         * @enum {string}
         */
        ModelEnum: "content" | "als" | "bayesian-mf" | "als-implicit" | "item-similarity" | "ease" | "next-neighbours" | "next-ridge" | "neural-mf" | "bst" | "bert4rec" | "sasrec" | "next-blend" | "for-you";
        ModelName: {
            name: string;
            version: string;
        };
        /** @description The live version and its models, best NDCG@10 first. Null or empty when there is none. */
        Models: {
            version: string | null;
            /** Format: date-time */
            created_at: string | null;
            data_name: string | null;
            protocol: string | null;
            baseline: string | null;
            results: components["schemas"]["Model"][];
        };
        /**
         * @description * `none` - in the catalogue
         *     * `waiting` - awaiting moderation
         *     * `approved` - accepted into the catalogue
         *     * `rejected` - rejected
         * @enum {string}
         */
        ModerationEnum: "none" | "waiting" | "approved" | "rejected";
        /** @description A film as shown in lists. */
        Movie: {
            readonly id: number;
            title: string;
            /** Format: int64 */
            year: number | null;
            readonly genres: string[];
            readonly poster: string;
            /** Format: double */
            rating_mean: number | null;
            rating_count: number;
        };
        /**
         * @description A film with all details in the catalogue.
         *
         *     attribution: the notice TMDB requires next to its overview; histogram: the number of ratings of
         *     0.5, 1 … 5 stars.
         */
        MovieDetail: {
            readonly id: number;
            title: string;
            /** Format: int64 */
            year: number | null;
            readonly genres: string[];
            readonly poster: string;
            /** Format: double */
            rating_mean: number | null;
            rating_count: number;
            original_title: string;
            sort_title: string;
            alternative_titles: string[];
            readonly overview: string;
            readonly attribution: string;
            /** Format: int64 */
            runtime_min: number | null;
            original_language: string;
            readonly languages: string[];
            countries: string[];
            readonly keywords: string[];
            readonly cast: components["schemas"]["Credit"][];
            readonly crew: components["schemas"]["Credit"][];
            /** Format: double */
            weighted_rating: number | null;
            readonly histogram: number[];
            imdb_id: string | null;
            /** Format: int64 */
            tmdb_id: number | null;
            readonly external_ids: {
                [key: string]: number;
            };
        };
        /** @description A film; only its id with `metadata=false`. */
        MovieOrId: {
            readonly id: number;
            title?: string;
            /** Format: int64 */
            year?: number | null;
            readonly genres?: string[];
            readonly poster?: string;
            /** Format: double */
            rating_mean?: number | null;
            rating_count?: number;
        };
        /** @description days: number of days until the token expires. */
        NewApiTokenRequest: {
            name: string;
            scopes: components["schemas"]["ScopesEnum"][];
            /** @default 90 */
            days?: number;
        };
        /** @description token: the last part of the mailed link. */
        NewEmailLinkRequest: {
            token: string;
        };
        NewEmailRequest: {
            /** @description Omit it only if the account has no password; the session must then be under ten minutes old. */
            current_password?: string;
            /** Format: email */
            new_email: string;
        };
        /** @description uid, token: the last two parts of the mailed link. */
        NewPasswordRequest: {
            uid: string;
            token: string;
            new_password: string;
        };
        /** @description Your private note about a film. */
        Note: {
            movie: components["schemas"]["Movie"];
            text: string;
            /** Format: date-time */
            updated_at: string;
        };
        /**
         * @description * `0` - other or not specified
         *     * `1` - academic or educator
         *     * `2` - artist
         *     * `3` - clerical or administrative
         *     * `4` - college or graduate student
         *     * `5` - customer service
         *     * `6` - doctor or health care
         *     * `7` - executive or managerial
         *     * `8` - farmer
         *     * `9` - homemaker
         *     * `10` - school pupil
         *     * `11` - lawyer
         *     * `12` - programmer
         *     * `13` - retired
         *     * `14` - sales or marketing
         *     * `15` - scientist
         *     * `16` - self-employed
         *     * `17` - technician or engineer
         *     * `18` - tradesman or craftsman
         *     * `19` - unemployed
         *     * `20` - writer
         * @enum {integer}
         */
        OccupationEnum: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20;
        /**
         * @description * `imported` - Rated
         *     * `noted` - Review saved as a note
         *     * `watchlisted` - Added to the watchlist
         *     * `seen` - Marked as seen
         *     * `unchanged` - No change
         *     * `duplicate` - Duplicate of another row
         *     * `ambiguous` - Several possible films
         *     * `unmatched` - Film not found
         *     * `not_a_film` - A series or a game
         *     * `invalid` - Invalid
         *     * `skipped` - Skipped by you
         * @enum {string}
         */
        OutcomeEnum: "imported" | "noted" | "watchlisted" | "seen" | "unchanged" | "duplicate" | "ambiguous" | "unmatched" | "not_a_film" | "invalid" | "skipped";
        /** @description An image with its metadata, visible only to its owner. Locations are never stored. */
        OwnImage: {
            readonly state: components["schemas"]["ImageState"];
            readonly problem: string;
            /** @description narrowest first; empty until processing has finished */
            readonly files: components["schemas"]["ImageFile"][];
            readonly file_name: string;
            readonly file_bytes: number;
            format: string;
            readonly width: number;
            readonly height: number;
            /** @description whether the original image is at least 720 pixels wide */
            is_large: boolean;
            readonly frames: number;
            readonly colour_mode: string;
            readonly bit_depth: number;
            readonly orientation: number;
            readonly taken_at: string;
            readonly digitised_at: string;
            readonly changed_at: string;
            /** Format: date-time */
            readonly uploaded_at: string;
            readonly camera_make: string;
            readonly camera_model: string;
            readonly software: string;
            readonly had_location: boolean;
        };
        /** @description One of your posts; title, year and moderation status are given for a proposed film. */
        OwnPost: {
            /** Format: uuid */
            id: string;
            movie: components["schemas"]["Movie"] | null;
            title: string;
            /** Format: int64 */
            year: number | null;
            /** Format: double */
            readonly rating: number | null;
            text: string;
            is_public: boolean;
            moderation: components["schemas"]["ModerationEnum"];
            reason: string;
            image: components["schemas"]["OwnImage"] | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        PaginatedAccountList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Account"][];
        };
        PaginatedChangeList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @description Follow this link to read the whole list; rows added, changed or removed meanwhile cause neither duplicates nor gaps.
             * @example http://api.example.org/accounts/?cursor=WyIyMDI2
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?cursor=WyIyMDI2
             */
            previous: string | null;
            results: components["schemas"]["Change"][];
        };
        PaginatedGenreList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Genre"][];
        };
        PaginatedImportList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @description Follow this link to read the whole list; rows added, changed or removed meanwhile cause neither duplicates nor gaps.
             * @example http://api.example.org/accounts/?cursor=WyIyMDI2
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?cursor=WyIyMDI2
             */
            previous: string | null;
            results: components["schemas"]["Import"][];
        };
        PaginatedMarkList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @description Follow this link to read the whole list; rows added, changed or removed meanwhile cause neither duplicates nor gaps.
             * @example http://api.example.org/accounts/?cursor=WyIyMDI2
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?cursor=WyIyMDI2
             */
            previous: string | null;
            results: components["schemas"]["Mark"][];
        };
        PaginatedMovieList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Movie"][];
        };
        PaginatedNoteList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @description Follow this link to read the whole list; rows added, changed or removed meanwhile cause neither duplicates nor gaps.
             * @example http://api.example.org/accounts/?cursor=WyIyMDI2
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?cursor=WyIyMDI2
             */
            previous: string | null;
            results: components["schemas"]["Note"][];
        };
        PaginatedOwnPostList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @description Follow this link to read the whole list; rows added, changed or removed meanwhile cause neither duplicates nor gaps.
             * @example http://api.example.org/accounts/?cursor=WyIyMDI2
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?cursor=WyIyMDI2
             */
            previous: string | null;
            results: components["schemas"]["OwnPost"][];
        };
        PaginatedPersonList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Person"][];
        };
        PaginatedPostList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @description Follow this link to read the whole list; rows added, changed or removed meanwhile cause neither duplicates nor gaps.
             * @example http://api.example.org/accounts/?cursor=WyIyMDI2
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?cursor=WyIyMDI2
             */
            previous: string | null;
            results: components["schemas"]["Post"][];
        };
        PaginatedRatingList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @description Follow this link to read the whole list; rows added, changed or removed meanwhile cause neither duplicates nor gaps.
             * @example http://api.example.org/accounts/?cursor=WyIyMDI2
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?cursor=WyIyMDI2
             */
            previous: string | null;
            results: components["schemas"]["Rating"][];
        };
        PaginatedRowList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @description Follow this link to read the whole list; rows added, changed or removed meanwhile cause neither duplicates nor gaps.
             * @example http://api.example.org/accounts/?cursor=WyIyMDI2
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?cursor=WyIyMDI2
             */
            previous: string | null;
            results: components["schemas"]["Row"][];
        };
        PaginatedSeenList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @description Follow this link to read the whole list; rows added, changed or removed meanwhile cause neither duplicates nor gaps.
             * @example http://api.example.org/accounts/?cursor=WyIyMDI2
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?cursor=WyIyMDI2
             */
            previous: string | null;
            results: components["schemas"]["Seen"][];
        };
        PatchedAccountRequest: {
            name?: string;
        };
        /** @description A post to create with an image; requires multipart/form-data. */
        PatchedDraftRequest: {
            /**
             * Format: double
             * @description 0.5 to 5 in steps of 0.5
             */
            rating?: number;
            /** Format: int64 */
            movie?: number;
            title?: string;
            year?: number;
            text?: string;
            is_public?: boolean;
            /**
             * Format: binary
             * @description JPEG, PNG, WebP or GIF, up to 10 MB and 40 million pixels
             */
            image?: Blob;
        };
        /** @description A post to create. The film is given by `movie` (its id) or, if new, by `title` and `year`. */
        PatchedPostTextRequest: {
            /**
             * Format: double
             * @description 0.5 to 5 in steps of 0.5
             */
            rating?: number;
            /** Format: int64 */
            movie?: number;
            title?: string;
            year?: number;
            text?: string;
            is_public?: boolean;
        };
        /**
         * @description rating_scale: the scale on which pages show ratings; the API always uses 0.5 to 5 stars.
         *
         *     time_zone: used for dates and times on pages and in the Letterboxd export, such as Europe/Berlin;
         *     `automatic` uses the browser's time zone. The API always uses UTC.
         */
        PatchedProfileRequest: {
            name?: string;
            language?: components["schemas"]["LanguageEnum"];
            /** @enum {string} */
            theme?: "dark" | "light" | "auto" | "";
            /**
             * @description The scale on which ratings are shown to this user.
             *
             *     * `5` - 5 stars
             *     * `10` - 10 points
             *     * `100` - 100 points
             */
            rating_scale?: components["schemas"]["RatingScaleEnum"];
            time_zone?: string;
            about?: components["schemas"]["AboutRequest"];
        };
        /** @description films: the number of films with a credit for this person. */
        Person: {
            readonly id: number;
            name: string;
            films: number;
        };
        PersonCredit: {
            movie: components["schemas"]["Movie"];
            role: components["schemas"]["RoleEnum"];
            character: string;
        };
        /** @description A person with their credits, newest films first. */
        PersonDetail: {
            readonly id: number;
            name: string;
            /** Format: int64 */
            tmdb_id: number | null;
            readonly credits: components["schemas"]["PersonCredit"][];
        };
        PersonName: {
            readonly id: number;
            name: string;
        };
        /** @description A public post. */
        Post: {
            /** Format: uuid */
            id: string;
            /** @description the author's display name, or empty */
            readonly author: string;
            movie: components["schemas"]["Movie"] | null;
            /** Format: double */
            readonly rating: number | null;
            text: string;
            image: components["schemas"]["PostImage"] | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        PostImage: {
            /** @description narrowest first; empty until processing has finished */
            readonly files: components["schemas"]["ImageFile"][];
        };
        /** @description A post to create. The film is given by `movie` (its id) or, if new, by `title` and `year`. */
        PostTextRequest: {
            /**
             * Format: double
             * @description 0.5 to 5 in steps of 0.5
             */
            rating?: number;
            /** Format: int64 */
            movie?: number;
            title?: string;
            year?: number;
            text?: string;
            is_public?: boolean;
        };
        /**
         * @description rating_scale: the scale on which pages show ratings; the API always uses 0.5 to 5 stars.
         *
         *     time_zone: used for dates and times on pages and in the Letterboxd export, such as Europe/Berlin;
         *     `automatic` uses the browser's time zone. The API always uses UTC.
         */
        Profile: {
            name: string;
            language: components["schemas"]["LanguageEnum"];
            /** @enum {string} */
            theme: "dark" | "light" | "auto" | "";
            /**
             * @description The scale on which ratings are shown to this user.
             *
             *     * `5` - 5 stars
             *     * `10` - 10 points
             *     * `100` - 100 points
             */
            rating_scale: components["schemas"]["RatingScaleEnum"];
            time_zone: string;
            about: components["schemas"]["About"];
        };
        Rating: {
            movie: components["schemas"]["Movie"];
            /** Format: double */
            rating: number;
            /** Format: date-time */
            rated_at: string;
        };
        /**
         * @description * `5` - 5 stars
         *     * `10` - 10 points
         *     * `100` - 100 points
         * @enum {integer}
         */
        RatingScaleEnum: 5 | 10 | 100;
        /** @description How one file was read. */
        Reading: {
            file: string;
            /** @description The source site, or `generic` */
            format: string;
            /** @description `ratings`, `seen`, `watchlist`, or `neither` (nothing is imported) */
            kind: string;
            /** @description The highest possible rating */
            scale: number | null;
            /** @description The column used for each field */
            columns: {
                [key: string]: string;
            };
            /** @description All columns of the file */
            available: string[];
            /** @description `day_first` or `month_first` if dates are ambiguous */
            date_order: string | null;
            thumbs: components["schemas"]["Thumbs"] | null;
        };
        /** @description Omitted fields are detected from the file. */
        ReadingChoiceRequest: {
            /**
             * @description Required if the zip has several files
             * @default
             */
            file?: string;
            /**
             * @description The meaning of every row; with `seen` and `watchlist`, ratings are ignored
             *
             *     * `ratings` - ratings
             *     * `seen` - seen
             *     * `watchlist` - watchlist
             */
            kind?: components["schemas"]["ImportKind"];
            /**
             * @description The highest possible rating
             *
             *     * `5` - 5
             *     * `10` - 10
             *     * `20` - 20
             *     * `100` - 100
             */
            scale?: components["schemas"]["ScaleEnum"];
            /**
             * @description How to interpret 05/01/2024
             *
             *     * `day_first` - day_first
             *     * `month_first` - month_first
             */
            date_order?: components["schemas"]["DateOrderEnum"];
            columns?: {
                [key: string]: string | null;
            };
            thumbs?: components["schemas"]["ThumbsRequest"];
        };
        Recommendation: {
            movie: components["schemas"]["Movie"];
            /**
             * Format: double
             * @description null where the model does not score the film.
             */
            score: number | null;
            /** Format: double */
            predicted_rating?: number;
            /**
             * Format: double
             * @description Standard deviation of the prediction, in stars.
             */
            predicted_spread?: number;
            because: components["schemas"]["Because"][];
        };
        /** @description A list, best first, and the model that produced it; the version is "live" for a chart. */
        Recommendations: {
            model: components["schemas"]["ModelName"];
            results: components["schemas"]["Recommendation"][];
        };
        RefreshRequest: {
            refresh: string;
        };
        /** @description The result of reading a file. The counts add up to the number of rows. */
        Result: {
            format: string;
            file_name: string;
            dry_run: boolean;
            /** @description Number of rows by outcome */
            counts: {
                [key: string]: number;
            };
            readonly rows: number;
            notices: string[];
            /** @description How each file was read; change it with reading/ */
            readings: components["schemas"]["Reading"][];
        };
        /**
         * @description * `director` - Director
         *     * `actor` - Actor
         *     * `writer` - Writer
         *     * `producer` - Producer
         *     * `composer` - Composer
         *     * `cinematographer` - Cinematographer
         *     * `editor` - Editor
         * @enum {string}
         */
        RoleEnum: "director" | "actor" | "writer" | "producer" | "composer" | "cinematographer" | "editor";
        /**
         * @description One row of the file with its outcome: planned, or actual once applied.
         *
         *     `same_as` is the line of the row that is used for the film, if that is another one.
         */
        Row: {
            /** Format: int64 */
            line: number;
            file: string;
            /** Format: int64 */
            file_line: number;
            title: string;
            /** Format: int64 */
            year: number | null;
            imdb_id: string;
            /** Format: int64 */
            tmdb_id: number | null;
            /** Format: double */
            rating: number | null;
            /** Format: date-time */
            rated_at: string | null;
            /** Format: date-time */
            watched_at: string | null;
            outcome: components["schemas"]["OutcomeEnum"];
            reason: string;
            remark: string;
            /** Format: int64 */
            same_as: number | null;
            movie: components["schemas"]["Movie"] | null;
            readonly candidates: components["schemas"]["Movie"][];
            readonly applied: boolean;
        };
        /**
         * @description * `5` - 5
         *     * `10` - 10
         *     * `20` - 20
         *     * `100` - 100
         * @enum {integer}
         */
        ScaleEnum: 5 | 10 | 20 | 100;
        /**
         * @description * `read` - Read your data
         *     * `ratings` - Change ratings, lists, notes and imports
         *     * `uploads` - Post films and images
         * @enum {string}
         */
        ScopesEnum: "read" | "ratings" | "uploads";
        /** @description sequence: film ids, oldest first; stars: the rating of each, 4 by default. */
        ScoresRequest: {
            sequence: number[];
            /** @description The rating of each film, in the order of `sequence`; omit for none. */
            stars?: number[];
            /** @default for-you */
            model?: components["schemas"]["ModelEnum"];
            /** @description Age in years. */
            age?: number | null;
            gender?: components["schemas"]["GenderEnum"] | null;
            /** @description Occupation code of MovieLens 1M. */
            occupation?: number | null;
            candidates: number[];
        };
        /** @description A film you have seen. context: days, the known viewing dates by film. */
        Seen: {
            movie: components["schemas"]["Movie"];
            /**
             * Format: date
             * @description Date of the latest viewing; null if unknown
             */
            watched_on: string | null;
            readonly dates: string[];
            /** Format: date-time */
            added_at: string;
        };
        /**
         * @description avoid: films to exclude; push_away: also rank films similar to them lower; min_rating: minimum
         *     predicted rating, for models that predict ratings.
         */
        SequenceRequest: {
            sequence: number[];
            /** @description The rating of each film, in the order of `sequence`; omit for none. */
            stars?: number[];
            /** @default for-you */
            model?: components["schemas"]["ModelEnum"];
            /** @description Age in years. */
            age?: number | null;
            gender?: components["schemas"]["GenderEnum"] | null;
            /** @description Occupation code of MovieLens 1M. */
            occupation?: number | null;
            /** @default 20 */
            k?: number;
            avoid?: number[];
            /** @default false */
            push_away?: boolean;
            /** Format: double */
            min_rating?: number | null;
        };
        /** @description client: the User-Agent at sign-in; address: the IP address, or the /64 network for IPv6. */
        Session: {
            id: string;
            kind: components["schemas"]["KindEnum"];
            client: string;
            address: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_seen_at: string;
            is_current: boolean;
        };
        SetPasswordRequest: {
            /** @description Omit it only if the account has no password; the session must then be under ten minutes old. */
            current_password?: string;
            new_password: string;
        };
        SignInRequest: {
            email: string;
            password: string;
        };
        SignUpRequest: {
            /** Format: email */
            email: string;
            name?: string;
            password: string;
            re_password: string;
        };
        StarsRequest: {
            /**
             * Format: double
             * @description 0.5 to 5 in steps of 0.5
             */
            rating: number;
        };
        /**
         * @description * `ok` - ok
         *     * `degraded` - degraded
         *     * `unavailable` - unavailable
         * @enum {string}
         */
        StatusEnum: "ok" | "degraded" | "unavailable";
        TextRequest: {
            text: string;
        };
        /**
         * @description * `dark` - Dark
         *     * `light` - Light
         *     * `auto` - Same as device
         * @enum {string}
         */
        ThemeEnum: "dark" | "light" | "auto";
        /** @description Stars for thumbs down, thumbs up and two thumbs up. */
        Thumbs: {
            /**
             * Format: double
             * @default 1
             */
            down: number;
            /**
             * Format: double
             * @default 4
             */
            up: number;
            /**
             * Format: double
             * @default 5
             */
            two_up: number;
        };
        /** @description Stars for thumbs down, thumbs up and two thumbs up. */
        ThumbsRequest: {
            /**
             * Format: double
             * @default 1
             */
            down?: number;
            /**
             * Format: double
             * @default 4
             */
            up?: number;
            /**
             * Format: double
             * @default 5
             */
            two_up?: number;
        };
        TokenPair: {
            access: string;
            refresh: string;
        };
        /** @description A sign-up that must be confirmed by mail. The response does not show whether an account exists. */
        Waiting: {
            /** Format: email */
            email: string;
        };
        WatchedOnRequest: {
            /**
             * Format: date
             * @description A date up to today, such as 2024-05-03
             */
            watched_on?: string | null;
        };
    };
    responses: {
        /** @description The request is invalid; `fields` lists the errors by field where possible. */
        BadRequest: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The token lacks a scope, or a session request lacks its CSRF token. */
        Forbidden: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description None of the accepted media types is available. */
        NotAcceptable: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The resource does not exist or is not yours. */
        NotFound: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Your cached copy is still current. */
        NotModified: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request body is too large. */
        TooLarge: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Too many requests. */
        TooManyRequests: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                "Retry-After": components["headers"]["Retry-After"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description You are not signed in, or the token is invalid, used or expired. */
        Unauthorized: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The site is overloaded, or a service that it needs is temporarily unavailable. */
        Unavailable: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The media type of the request body is not supported. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Send it in `If-None-Match` to get a 304 when nothing has changed. */
        ETag: string;
        /** @description Number of requests allowed per window. */
        "RateLimit-Limit": number;
        /** @description Number of requests left in the window. */
        "RateLimit-Remaining": number;
        /** @description Seconds until the oldest counted request expires. */
        "RateLimit-Reset": number;
        /** @description Seconds to wait before retrying. */
        "Retry-After": number;
        /** @description The authentication scheme. */
        "WWW-Authenticate": string;
        /** @description The request id; yours if you sent one. */
        "X-Request-ID": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    auth_jwt_create_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_jwt_logout_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_jwt_refresh_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_jwt_verify_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnyTokenRequest"];
            };
        };
        responses: {
            /** @description It would. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_users_list: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedAccountList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_users_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            202: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Waiting"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_users_activation_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmationRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_users_me_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_users_me_update: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AccountRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_users_me_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CurrentPasswordRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_users_me_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedAccountRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_users_reset_password_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgottenPasswordRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_users_reset_password_confirm_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasswordRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_users_set_email_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEmailRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailChange"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_users_set_email_confirm_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEmailLinkRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_users_set_password_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPasswordRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    charts_retrieve: {
        parameters: {
            query?: {
                exclude_genre?: string[];
                genre?: string[];
                k?: number;
                keyword?: string;
                language?: string;
                min_rating?: number;
                min_ratings?: number;
                person?: number;
                year_max?: number;
                year_min?: number;
            };
            header?: never;
            path: {
                /** @example popular */
                name: "latest" | "popular" | "top-rated" | "trending";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recommendations"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    dataset_users_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryEntry"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    dataset_users_recommendations_retrieve: {
        parameters: {
            query?: {
                diversity?: number;
                exclude_genre?: string[];
                freshness?: number;
                genre?: string[];
                k?: number;
                keyword?: string;
                language?: string;
                metadata?: boolean;
                min_rating?: number;
                min_ratings?: number;
                /**
                 * @description * `popular` - popular
                 *     * `trending` - trending
                 *     * `latest` - latest
                 *     * `top-rated` - top-rated
                 *     * `content` - content
                 *     * `als` - als
                 *     * `bayesian-mf` - bayesian-mf
                 *     * `als-implicit` - als-implicit
                 *     * `item-similarity` - item-similarity
                 *     * `ease` - ease
                 *     * `next-neighbours` - next-neighbours
                 *     * `next-ridge` - next-ridge
                 *     * `neural-mf` - neural-mf
                 *     * `bst` - bst
                 *     * `bert4rec` - bert4rec
                 *     * `sasrec` - sasrec
                 *     * `next-blend` - next-blend
                 *     * `for-you` - for-you
                 */
                model?: "popular" | "trending" | "latest" | "top-rated" | "content" | "als" | "bayesian-mf" | "als-implicit" | "item-similarity" | "ease" | "next-neighbours" | "next-ridge" | "neural-mf" | "bst" | "bert4rec" | "sasrec" | "next-blend" | "for-you";
                person?: number;
                popularity?: number;
                year_max?: number;
                year_min?: number;
            };
            header?: never;
            path: {
                /** @example 6 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetUserRecommendations"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    genres_list: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedGenreList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    health_live_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Live"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
        };
    };
    health_ready_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
            503: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    jobs_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0b8f6f0e-6c51-4c8c-9d5c-6f3f0f2b9a11 */
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_export_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_export_letterboxd_retrieve: {
        parameters: {
            query?: {
                /** @description Include your notes as reviews. */
                notes?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_import_list: {
        parameters: {
            query?: {
                /** @description A cursor from `next` or `previous`; replaces `page`. */
                cursor?: string;
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedImportList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_import_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FileRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The file cannot be read, or the form is invalid. */
            400: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            /** @description The file is larger than 5 MB. */
            413: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /** @description Too many requests, or two of your imports are already in progress. */
            429: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
    me_import_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0b8f6f0e-6c51-4c8c-9d5c-6f3f0f2b9a11 */
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_import_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0b8f6f0e-6c51-4c8c-9d5c-6f3f0f2b9a11 */
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description The import is not in the required state. */
            409: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_import_apply_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0b8f6f0e-6c51-4c8c-9d5c-6f3f0f2b9a11 */
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description The import is not in the required state. */
            409: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_import_reading_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0b8f6f0e-6c51-4c8c-9d5c-6f3f0f2b9a11 */
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReadingChoiceRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The column does not exist, or the import has several files and none was named. */
            400: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description The import is not in the required state. */
            409: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_import_rows_list: {
        parameters: {
            query?: {
                /** @description A cursor from `next` or `previous`; replaces `page`. */
                cursor?: string;
                /**
                 * @description * `imported` - Rated
                 *     * `noted` - Review saved as a note
                 *     * `watchlisted` - Added to the watchlist
                 *     * `seen` - Marked as seen
                 *     * `unchanged` - No change
                 *     * `duplicate` - Duplicate of another row
                 *     * `ambiguous` - Several possible films
                 *     * `unmatched` - Film not found
                 *     * `not_a_film` - A series or a game
                 *     * `invalid` - Invalid
                 *     * `skipped` - Skipped by you
                 */
                outcome?: "imported" | "noted" | "watchlisted" | "seen" | "unchanged" | "duplicate" | "ambiguous" | "unmatched" | "not_a_film" | "invalid" | "skipped";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: never;
            path: {
                /** @example 0b8f6f0e-6c51-4c8c-9d5c-6f3f0f2b9a11 */
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedRowList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_import_rows_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0b8f6f0e-6c51-4c8c-9d5c-6f3f0f2b9a11 */
                job_id: string;
                /** @example 14 */
                line: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChoiceRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Row"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description The import is not in the required state. */
            409: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_import_take_back_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0b8f6f0e-6c51-4c8c-9d5c-6f3f0f2b9a11 */
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description The import is not in the required state. */
            409: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_not_interested_list: {
        parameters: {
            query?: {
                /** @description A cursor from `next` or `previous`; replaces `page`. */
                cursor?: string;
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedMarkList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_not_interested_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6 */
                movie_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mark"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_not_interested_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6 */
                movie_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mark"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_not_interested_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6 */
                movie_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_notes_list: {
        parameters: {
            query?: {
                /** @description A cursor from `next` or `previous`; replaces `page`. */
                cursor?: string;
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedNoteList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_notes_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6 */
                movie_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_notes_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6 */
                movie_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_notes_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6 */
                movie_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_onboarding_retrieve: {
        parameters: {
            query?: {
                k?: number;
                without?: number[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recommendations"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_profile_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_profile_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedProfileRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_profile_about_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_ratings_list: {
        parameters: {
            query?: {
                /** @description A cursor from `next` or `previous`; replaces `page`. */
                cursor?: string;
                genre?: string[];
                /**
                 * @description * `newest` - newest
                 *     * `oldest` - oldest
                 *     * `highest` - highest
                 *     * `lowest` - lowest
                 *     * `title` - title
                 */
                ordering?: "newest" | "oldest" | "highest" | "lowest" | "title";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description 0.5 to 5 in steps of 0.5 */
                rating_max?: number;
                /** @description 0.5 to 5 in steps of 0.5 */
                rating_min?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedRatingList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_ratings_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6 */
                movie_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rating"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_ratings_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6 */
                movie_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StarsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rating"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_ratings_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6 */
                movie_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_ratings_history_list: {
        parameters: {
            query?: {
                /** @description A cursor from `next` or `previous`; replaces `page`. */
                cursor?: string;
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedChangeList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_ratings_undo_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Change"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There are no rating changes left to undo. */
            404: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_recommendations_retrieve: {
        parameters: {
            query?: {
                diversity?: number;
                exclude_genre?: string[];
                freshness?: number;
                genre?: string[];
                k?: number;
                keyword?: string;
                language?: string;
                min_rating?: number;
                min_ratings?: number;
                /**
                 * @description * `popular` - popular
                 *     * `trending` - trending
                 *     * `latest` - latest
                 *     * `top-rated` - top-rated
                 *     * `content` - content
                 *     * `als` - als
                 *     * `bayesian-mf` - bayesian-mf
                 *     * `als-implicit` - als-implicit
                 *     * `item-similarity` - item-similarity
                 *     * `ease` - ease
                 *     * `next-neighbours` - next-neighbours
                 *     * `next-ridge` - next-ridge
                 *     * `neural-mf` - neural-mf
                 *     * `bst` - bst
                 *     * `bert4rec` - bert4rec
                 *     * `sasrec` - sasrec
                 *     * `next-blend` - next-blend
                 *     * `for-you` - for-you
                 */
                model?: "popular" | "trending" | "latest" | "top-rated" | "content" | "als" | "bayesian-mf" | "als-implicit" | "item-similarity" | "ease" | "next-neighbours" | "next-ridge" | "neural-mf" | "bst" | "bert4rec" | "sasrec" | "next-blend" | "for-you";
                person?: number;
                popularity?: number;
                year_max?: number;
                year_min?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recommendations"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The model is not served here; models/ lists those that are. */
            404: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_seen_list: {
        parameters: {
            query?: {
                /** @description A cursor from `next` or `previous`; replaces `page`. */
                cursor?: string;
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedSeenList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_seen_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6 */
                movie_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Seen"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_seen_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6 */
                movie_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WatchedOnRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Seen"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_seen_destroy: {
        parameters: {
            query?: {
                /** @description Remove only the viewing on this date */
                watched_on?: string;
            };
            header?: never;
            path: {
                /** @example 6 */
                movie_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_sessions_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_sessions_end_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_sessions_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 9b1f6c2a7d3e */
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_tokens_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiToken"][];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_tokens_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiTokenRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeApiToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_tokens_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 3 */
                token_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiToken"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_tokens_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 3 */
                token_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_uploads_list: {
        parameters: {
            query?: {
                /** @description A cursor from `next` or `previous`; replaces `page`. */
                cursor?: string;
                is_public?: boolean | null;
                /** @description only posts about this film */
                movie?: number;
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedOwnPostList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_uploads_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": components["schemas"]["DraftRequest"];
                "application/json": components["schemas"]["PostTextRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPost"];
                };
            };
            /** @description A field is invalid, or the image is damaged. */
            400: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description You have reached a quota, or the token lacks the scope uploads. */
            403: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The film does not exist, or the post is not yours. */
            404: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            /** @description You have already posted this image. */
            409: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The image is larger than 10 MB. */
            413: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The type of the image or body is not supported. */
            415: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_uploads_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 3f0c2a56-7f0e-4d0e-9a37-5d0c1c1b7a11 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPost"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_uploads_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 3f0c2a56-7f0e-4d0e-9a37-5d0c1c1b7a11 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": components["schemas"]["DraftRequest"];
                "application/json": components["schemas"]["PostTextRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPost"];
                };
            };
            /** @description A field is invalid, or the image is damaged. */
            400: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description You have reached a quota, or the token lacks the scope uploads. */
            403: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The film does not exist, or the post is not yours. */
            404: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            /** @description You have already posted this image. */
            409: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The image is larger than 10 MB. */
            413: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The type of the image or body is not supported. */
            415: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_uploads_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 3f0c2a56-7f0e-4d0e-9a37-5d0c1c1b7a11 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_uploads_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 3f0c2a56-7f0e-4d0e-9a37-5d0c1c1b7a11 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": components["schemas"]["PatchedDraftRequest"];
                "application/json": components["schemas"]["PatchedPostTextRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPost"];
                };
            };
            /** @description A field is invalid, or the image is damaged. */
            400: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description You have reached a quota, or the token lacks the scope uploads. */
            403: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The film does not exist, or the post is not yours. */
            404: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            /** @description You have already posted this image. */
            409: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The image is larger than 10 MB. */
            413: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The type of the image or body is not supported. */
            415: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_uploads_retry_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 3f0c2a56-7f0e-4d0e-9a37-5d0c1c1b7a11 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPost"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description The post has no image to retry. */
            409: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_watchlist_list: {
        parameters: {
            query?: {
                /** @description A cursor from `next` or `previous`; replaces `page`. */
                cursor?: string;
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedMarkList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_watchlist_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6 */
                movie_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mark"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_watchlist_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6 */
                movie_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mark"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    me_watchlist_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6 */
                movie_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    models_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Models"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    models_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example popular */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelDetail"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    movies_list: {
        parameters: {
            query?: {
                exclude_genre?: string[];
                genre?: string[];
                keyword?: string;
                language?: string;
                min_rating?: number;
                min_ratings?: number;
                /**
                 * @description * `relevance` - relevance
                 *     * `popularity` - popularity
                 *     * `rating` - rating
                 *     * `year` - year
                 *     * `-year` - -year
                 *     * `title` - title
                 */
                ordering?: "relevance" | "popularity" | "rating" | "year" | "-year" | "title";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                person?: number;
                q?: string;
                year_max?: number;
                year_min?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedMovieList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    movies_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovieDetail"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    movies_similar_retrieve: {
        parameters: {
            query?: {
                /**
                 * @description * `content` - content
                 *     * `ratings` - ratings
                 */
                by?: "content" | "ratings";
                k?: number;
            };
            header?: never;
            path: {
                /** @example 6 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recommendations"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    people_list: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedPersonList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    people_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    recommend_scores_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScoresRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recommendations"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The model is not served here; models/ lists those that are. */
            404: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    recommend_sequence_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SequenceRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recommendations"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The model is not served here; models/ lists those that are. */
            404: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    similar_retrieve: {
        parameters: {
            query: {
                /**
                 * @description * `content` - content
                 *     * `ratings` - ratings
                 */
                by?: "content" | "ratings";
                k?: number;
                title: string;
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recommendations"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description No film has this title. */
            404: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    uploads_list: {
        parameters: {
            query?: {
                /** @description A cursor from `next` or `previous`; replaces `page`. */
                cursor?: string;
                /** @description only posts about this film */
                movie?: number;
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedPostList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    uploads_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 3f0c2a56-7f0e-4d0e-9a37-5d0c1c1b7a11 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
}
