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
        /** @description Sign in: an access token for an hour and a refresh token for a week. */
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
        /** @description Sign out: this sign-in's tokens are refused from now on, and the same person's session ends. */
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
        /** @description A new pair for a refresh token, which is used up by this. */
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
        /** @description Whether an access or refresh token would be accepted now: 200 or 401. */
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
         * Your own account, as a list of one
         * @description One's own account; nobody sees another's, staff have the administration for that.
         */
        get: operations["auth_users_list"];
        put?: never;
        /**
         * Sign up
         * @description One's own account; nobody sees another's, staff have the administration for that.
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
         * Confirm a sign-up with the link
         * @description One's own account; nobody sees another's, staff have the administration for that.
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
        /** @description One's own account; nobody sees another's, staff have the administration for that. */
        get: operations["auth_users_me_retrieve"];
        /** @description One's own account; nobody sees another's, staff have the administration for that. */
        put: operations["auth_users_me_update"];
        post?: never;
        /** @description One's own account; nobody sees another's, staff have the administration for that. */
        delete: operations["auth_users_me_destroy"];
        options?: never;
        head?: never;
        /** @description One's own account; nobody sees another's, staff have the administration for that. */
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
         * Ask for a link by mail
         * @description 204 for any address. A site that sends no mail writes it to its console.
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
         * Set a password with the link
         * @description One's own account; nobody sees another's, staff have the administration for that.
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
         * Change your address; where the site sends mail, a link to the new one confirms it
         * @description One's own account; nobody sees another's, staff have the administration for that.
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
         * Confirm a new address with the link
         * @description One's own account; nobody sees another's, staff have the administration for that.
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
         * Change your password; everything else is signed out
         * @description One's own account; nobody sees another's, staff have the administration for that.
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
        /** @description trending, popular, latest or top-rated, live from the ratings. */
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
        /** @description What a user of the active data set rated, newest first, at most a thousand films. */
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
        /** @description Films for a user of the active data set, from what they rated in it. */
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
        /** @description All genres, with the number of their films. */
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
        /** @description The process answers. Touches nothing, so it stays green when the database is down. */
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
        /** @description `ok`; `degraded`, with the reasons, when it serves less than it should; 503 when it cannot. */
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
         * How far a job is
         * @description `result` comes with the state done, `error` with failed. Ask again every second or two.
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
         * Everything that is held about you
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
         * Your ratings as a CSV for Letterboxd's importer
         * @description Days are those of your time zone (`me/profile/`).
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
         * @description Your imports, newest first. Five are kept, for thirty days.
         */
        get: operations["me_import_list"];
        put?: never;
        /**
         * Import ratings, viewings and watchlists from other sites
         * @description A job reads the file and matches its rows; with `dry_run=false` it applies them, too.
         *
         *     Its site is detected by its columns: Letterboxd, IMDb, Trakt, MovieLens, Netflix, TMDB, Simkl,
         *     Movary, Criticker, MovieTweetings. In any other table, columns are found by their names and the
         *     scale by the ratings. `result.readings` has what was detected, and `reading/` changes it.
         *
         *     Every row of the file has an outcome in the report. Of several rows of one film one counts; its
         *     stars replace yours only when they are newer, a review becomes a note where you have none, and
         *     each day on which you watched the film is kept.
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
        /** Forget an import; the ratings that it brought stay */
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
         * Write what the report of an import says
         * @description A job again. Asking twice is asking once; for rows that you correct later, ask again.
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
         * Read a file of an import in another way
         * @description Before it is applied. A job again, and a new report; films that you chose stay chosen.
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
         * The rows of a file, with what becomes of each
         * @description In the order of the file. Those that are `ambiguous` or `unmatched` come with candidates.
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
         * Say which film a row means, or leave it out
         * @description The same holds for all rows with the same title and year, or the same id.
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
         * Undo what an import wrote
         * @description A job again; what you have changed since then stays. The report can be applied once more.
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
        /** @description The films that are not to be recommended to you, newest first. */
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
         * @description One film that is not to be recommended to you, by any model. Searching still finds it; rating it
         *     takes it off.
         */
        get: operations["me_not_interested_retrieve"];
        /**
         * @description One film that is not to be recommended to you, by any model. Searching still finds it; rating it
         *     takes it off.
         */
        put: operations["me_not_interested_update"];
        post?: never;
        /**
         * @description One film that is not to be recommended to you, by any model. Searching still finds it; rating it
         *     takes it off.
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
         * @description The films to rate first: known to many, rated differently by them, and unlike each other.
         *
         *     None that you have rated or seen, that is on your watchlist or that you are not interested in.
         *     `without` names films that you have not seen; the next best come in their place. No model is needed.
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
        /** @description How the site treats you, and what you told it of yourself. */
        get: operations["me_profile_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description How the site treats you, and what you told it of yourself. */
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
         * Erase all of it
         * @description What you told of yourself. It is used for one thing: by models that learned what people of an
         *     age, a gender and an occupation like.
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
        /** @description Everything that you rated, newest first unless you ask otherwise. */
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
         * @description Your rating of one film. It counts at once, and takes the film off your watchlist and
         *     the films that do not interest you.
         */
        get: operations["me_ratings_retrieve"];
        /**
         * @description Your rating of one film. It counts at once, and takes the film off your watchlist and
         *     the films that do not interest you.
         */
        put: operations["me_ratings_update"];
        post?: never;
        /**
         * @description Your rating of one film. It counts at once, and takes the film off your watchlist and
         *     the films that do not interest you.
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
        /** @description What became of your ratings, newest first; the newest thousand changes are kept. */
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
         * Undo the last change of a rating
         * @description Answers the change that is undone: the film has the stars of `before` again, or none.
         *
         *     Once more undoes the change before it. What the rating took off your lists is on them again.
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
         * @description Films for you, from your ratings as they are this instant, each with its reasons.
         *
         *     Films that you have seen or are not interested in never come. Without a model to serve it is the
         *     popularity chart, and says so in `model`; without a rating it is films of that chart of many kinds.
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
         * The films that you have seen
         * @description The films that you have marked as seen, each once, latest first.
         *
         *     One without a day stands where you marked it. Films that you rated are here only if you did that too.
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
        /** @description One film that you have seen. Nothing recommends it to you; searching still finds it. */
        get: operations["me_seen_retrieve"];
        /**
         * @description A day is added to those that are known; without one, a film is only marked as seen.
         *
         *     The film leaves your watchlist. The same day again changes nothing.
         */
        put: operations["me_seen_update"];
        post?: never;
        /** @description All your viewings of the film, or the one of a day. */
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
        /** @description Where you are signed in, by a browser or by a client that holds tokens. */
        get: operations["me_sessions_list"];
        put?: never;
        post?: never;
        /**
         * Sign out everywhere, here too
         * @description Where you are signed in, by a browser or by a client that holds tokens.
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
        /** Sign one of them out */
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
        /** @description Personal tokens for your scripts, sent as `Authorization: Bearer nfx_…`. */
        get: operations["me_tokens_list"];
        put?: never;
        /**
         * Make one; its text is in this answer and never again
         * @description Personal tokens for your scripts, sent as `Authorization: Bearer nfx_…`.
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
        /** Remove one; it is refused from now on */
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
        /** @description Your posts, newest first, with what their images tell. */
        get: operations["me_uploads_list"];
        put?: never;
        /**
         * @description Post about a film; it is yours alone until you make it public.
         *
         *     The image's metadata is told at once, its files are ready a moment later.
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
        /** @description The same as PATCH: an image need not be sent again for a spelling mistake. */
        put: operations["me_uploads_update"];
        post?: never;
        /** @description The post and its image; your rating of the film stays. */
        delete: operations["me_uploads_destroy"];
        options?: never;
        head?: never;
        /**
         * @description What is given changes, the rest stays.
         *
         *     A new image makes a post private until its owner says `is_public` again. Another film's title
         *     makes it a proposal.
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
        /** @description An image that could not be prepared, tried again. */
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
        /** @description The films that you mean to watch, newest first. */
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
        /** @description One film of your watchlist. It may still be recommended; rating it takes it off. */
        get: operations["me_watchlist_retrieve"];
        /** @description One film of your watchlist. It may still be recommended; rating it takes it off. */
        put: operations["me_watchlist_update"];
        post?: never;
        /** @description One film of your watchlist. It may still be recommended; rating it takes it off. */
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
        /** @description The models in use, with their measured figures beside the popularity baseline. */
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
        /** @description One model in use, and the baseline beside it. */
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
        /** @description Films by title, genre and year. `q` is matched with the titles, accents and case aside. */
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
        /** @description One film, with all that is known of it. */
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
        /** @description Films like this one, by content or by who rates them alike. */
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
        /** @description People by name, misspelt ones too; who made most films comes first. */
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
        /** @description Somebody who made films, and what they did, newest films first. */
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
        /** @description Given films as a model orders them after a sequence; those that it does not score come last. */
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
         * @description What comes next after a sequence of films, by any model, for nobody in particular.
         *
         *     `next-ridge` answers where the model knows none of the films; `model` says so.
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
        /** @description Films like the one of this title; of several, the most rated. Unknown: 404 with suggestions. */
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
        /** @description What people posted for everybody, newest first; of one film, or of all. */
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
        /** @description age_band: its first year; occupation: by the codes of MovieLens 1M, 0 to 20. null: not told. */
        About: {
            age_band: components["schemas"]["AgeBandEnum"] | null;
            gender: components["schemas"]["GenderEnum"] | null;
            occupation: components["schemas"]["OccupationEnum"] | null;
        };
        /** @description age_band: its first year; occupation: by the codes of MovieLens 1M, 0 to 20. null: not told. */
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
        /** @description hint: how its text begins. */
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
        /** @description Either a film that you rated, with its share in the reasons, or a trait in words. */
        Because: {
            movie_id?: number;
            title?: string;
            /** Format: double */
            rating?: number;
            /** Format: double */
            share?: number;
            trait?: string;
        };
        /** @description A rating that changed: `rating` is null when it was taken back, `before` for a first one. */
        Change: {
            movie: components["schemas"]["Movie"];
            /** Format: double */
            rating: number | null;
            /** Format: double */
            before: number | null;
            /** Format: date-time */
            at: string;
        };
        /** @description Which film a row means; null leaves it out. */
        ChoiceRequest: {
            /**
             * Format: int64
             * @description The id of a film, or null
             */
            movie: number | null;
        };
        /** @description uid and token are the last two parts of the link in the mail; password: the one chosen. */
        ConfirmationRequest: {
            uid: string;
            token: string;
            password: string;
        };
        /** @description character: of an actor, where it is known. */
        Credit: {
            person: components["schemas"]["PersonName"];
            role: components["schemas"]["RoleEnum"];
            character: string;
        };
        CurrentPasswordRequest: {
            /** @description Left out only if you have none: then by a session less than ten minutes old. */
            current_password?: string;
        };
        DatasetUserRecommendation: {
            movie: components["schemas"]["MovieOrId"];
            /**
             * Format: double
             * @description null: the model says nothing of the film.
             */
            score: number | null;
            /** Format: double */
            predicted_rating?: number;
            /**
             * Format: double
             * @description Two times in three the guess is off by less, in stars.
             */
            predicted_spread?: number;
            because: components["schemas"]["Because"][];
        };
        /** @description A list, best first, and the model that made it; version "live" for a chart. */
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
        /** @description A post as it is sent with an image, which JSON cannot hold. */
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
        /** @description email: the address of the account now; waits: whether the new one must be confirmed first. */
        EmailChange: {
            /** Format: email */
            email: string;
            waits: boolean;
        };
        /** @description The one shape of every refusal. */
        Error: {
            error: components["schemas"]["ErrorDetail"];
        };
        /** @description code: for programs; message: for people; fields: the reasons by field, where some are bad. */
        ErrorDetail: {
            code: string;
            message: string;
            fields?: {
                [key: string]: unknown;
            };
        };
        /** @description The form with a file. */
        FileRequest: {
            /**
             * Format: binary
             * @description A CSV, JSON, XML or zip as the site exports it; 5 MB at most
             */
            file: Blob;
            /**
             * @description Only read and match it; apply/ writes what the report says
             * @default true
             */
            dry_run?: boolean;
            /**
             * @description Detected by the columns when it is left out; `generic` for any other table
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
             * @description The best rating; detected when left out
             *
             *     * `5` - 5
             *     * `10` - 10
             *     * `20` - 20
             *     * `100` - 100
             */
            scale?: components["schemas"]["ScaleEnum"];
            /**
             * @description What every row is; detected when left out
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
        /** @description A WebP to show; size: 320, 720, 1440 or full. */
        ImageFile: {
            size: string;
            url: string;
            width: number;
            height: number;
        };
        /**
         * @description * `processing` - being prepared
         *     * `ready` - ready
         *     * `failed` - could not be prepared
         *     * `lost` - its file is gone
         * @enum {string}
         */
        ImageState: "processing" | "ready" | "failed" | "lost";
        /** @description An import: the job, and what its file is called. */
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
        /** @description Work that goes on while you wait. `result` and `error` come when there is one. */
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
        /** @description hint: how its text begins. */
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
        /** @description A film on a list of yours. */
        Mark: {
            movie: components["schemas"]["Movie"];
            /** Format: date-time */
            added_at: string;
        };
        /**
         * @description A served model. ratio: its NDCG@10 over the baseline's.
         *
         *     predicts_stars: whether it takes `min_rating`; uses_profile: whether age, gender and occupation
         *     matter to it; is_shipped: whether it came with NextFlex and was not trained here.
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
        /** @description With the version that it belongs to, and the baseline on the same split. */
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
        /** @description The version in use; its models, best NDCG@10 first. All null or empty when there is none. */
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
         *     * `waiting` - waiting for a moderator
         *     * `approved` - let into the catalogue
         *     * `rejected` - not let into the catalogue
         * @enum {string}
         */
        ModerationEnum: "none" | "waiting" | "approved" | "rejected";
        /** @description A film with what a list shows of it. */
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
         * @description A film with all that the catalogue knows of it.
         *
         *     attribution: what TMDB asks to be said where its overview is shown; histogram: how many gave 0.5,
         *     1 … 5 stars.
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
        /** @description A film; with `metadata=false` its id alone. */
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
        /** @description days: until it expires. */
        NewApiTokenRequest: {
            name: string;
            scopes: components["schemas"]["ScopesEnum"][];
            /** @default 90 */
            days?: number;
        };
        /** @description token: the last part of the link in the mail. */
        NewEmailLinkRequest: {
            token: string;
        };
        NewEmailRequest: {
            /** @description Left out only if you have none: then by a session less than ten minutes old. */
            current_password?: string;
            /** Format: email */
            new_email: string;
        };
        /** @description uid and token are the last two parts of the link in the mail. */
        NewPasswordRequest: {
            uid: string;
            token: string;
            new_password: string;
        };
        /** @description What you wrote down about a film; nobody else sees it. */
        Note: {
            movie: components["schemas"]["Movie"];
            text: string;
            /** Format: date-time */
            updated_at: string;
        };
        /**
         * @description * `0` - other or not told
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
         *     * `noted` - Review kept as a note
         *     * `watchlisted` - Put on the watchlist
         *     * `seen` - Marked as seen
         *     * `unchanged` - Nothing to change
         *     * `duplicate` - Another row tells of the film
         *     * `ambiguous` - Several films may be meant
         *     * `unmatched` - No such film found
         *     * `not_a_film` - A series or a game
         *     * `invalid` - Not readable
         *     * `skipped` - Left out by you
         * @enum {string}
         */
        OutcomeEnum: "imported" | "noted" | "watchlisted" | "seen" | "unchanged" | "duplicate" | "ambiguous" | "unmatched" | "not_a_film" | "invalid" | "skipped";
        /** @description With what the file tells, which nobody but its owner sees. Places are not kept at all. */
        OwnImage: {
            readonly state: components["schemas"]["ImageState"];
            readonly problem: string;
            /** @description narrowest first; none until it is ready */
            readonly files: components["schemas"]["ImageFile"][];
            readonly file_name: string;
            readonly file_bytes: number;
            format: string;
            readonly width: number;
            readonly height: number;
            /** @description the image as it was sent is 720 or more wide */
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
        /** @description One of your own: title and year, where the film is a proposed one, and what became of that. */
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
             * @description Follow it to read the whole list: rows that are added, changed or removed meanwhile cause neither duplicates nor gaps.
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
             * @description Follow it to read the whole list: rows that are added, changed or removed meanwhile cause neither duplicates nor gaps.
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
             * @description Follow it to read the whole list: rows that are added, changed or removed meanwhile cause neither duplicates nor gaps.
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
             * @description Follow it to read the whole list: rows that are added, changed or removed meanwhile cause neither duplicates nor gaps.
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
             * @description Follow it to read the whole list: rows that are added, changed or removed meanwhile cause neither duplicates nor gaps.
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
             * @description Follow it to read the whole list: rows that are added, changed or removed meanwhile cause neither duplicates nor gaps.
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
             * @description Follow it to read the whole list: rows that are added, changed or removed meanwhile cause neither duplicates nor gaps.
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
             * @description Follow it to read the whole list: rows that are added, changed or removed meanwhile cause neither duplicates nor gaps.
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
             * @description Follow it to read the whole list: rows that are added, changed or removed meanwhile cause neither duplicates nor gaps.
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
        /** @description A post as it is sent with an image, which JSON cannot hold. */
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
        /** @description A post as it is sent. The film: `movie`, its id, or `title`, of a new one, with its `year`. */
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
         * @description rating_scale: the scale on which the pages show ratings; the API always gives 0.5 to 5 stars.
         *
         *     time_zone: in which the pages and the Letterboxd export give days and times, such as Europe/Berlin;
         *     automatic: as the browser reports. The API always gives UTC.
         */
        PatchedProfileRequest: {
            name?: string;
            language?: components["schemas"]["LanguageEnum"];
            /** @enum {string} */
            theme?: "dark" | "light" | "auto" | "";
            /**
             * @description How ratings are shown to them.
             *
             *     * `5` - 5 stars
             *     * `10` - 10 points
             *     * `100` - 100 points
             */
            rating_scale?: components["schemas"]["RatingScaleEnum"];
            time_zone?: string;
            about?: components["schemas"]["AboutRequest"];
        };
        /** @description films: how many films they made. */
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
        /** @description Somebody with their credits, newest films first. */
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
            /** @description the name that they chose, or empty */
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
            /** @description narrowest first; none until it is ready */
            readonly files: components["schemas"]["ImageFile"][];
        };
        /** @description A post as it is sent. The film: `movie`, its id, or `title`, of a new one, with its `year`. */
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
         * @description rating_scale: the scale on which the pages show ratings; the API always gives 0.5 to 5 stars.
         *
         *     time_zone: in which the pages and the Letterboxd export give days and times, such as Europe/Berlin;
         *     automatic: as the browser reports. The API always gives UTC.
         */
        Profile: {
            name: string;
            language: components["schemas"]["LanguageEnum"];
            /** @enum {string} */
            theme: "dark" | "light" | "auto" | "";
            /**
             * @description How ratings are shown to them.
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
            /** @description The site, or `generic` */
            format: string;
            /** @description `ratings`, `seen`, `watchlist`, or `neither`, of which nothing is imported */
            kind: string;
            /** @description Ratings are out of this */
            scale: number | null;
            /** @description Which column was read for each field */
            columns: {
                [key: string]: string;
            };
            /** @description All its columns */
            available: string[];
            /** @description `day_first` or `month_first`, where dates could be read both ways */
            date_order: string | null;
            thumbs: components["schemas"]["Thumbs"] | null;
        };
        /** @description What is left out follows from the file. */
        ReadingChoiceRequest: {
            /**
             * @description Needed where the zip has several
             * @default
             */
            file?: string;
            /**
             * @description What every row is: `seen` and `watchlist` leave ratings unread
             *
             *     * `ratings` - ratings
             *     * `seen` - seen
             *     * `watchlist` - watchlist
             */
            kind?: components["schemas"]["ImportKind"];
            /**
             * @description The best rating
             *
             *     * `5` - 5
             *     * `10` - 10
             *     * `20` - 20
             *     * `100` - 100
             */
            scale?: components["schemas"]["ScaleEnum"];
            /**
             * @description How to read 05/01/2024
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
             * @description null: the model says nothing of the film.
             */
            score: number | null;
            /** Format: double */
            predicted_rating?: number;
            /**
             * Format: double
             * @description Two times in three the guess is off by less, in stars.
             */
            predicted_spread?: number;
            because: components["schemas"]["Because"][];
        };
        /** @description A list, best first, and the model that made it; version "live" for a chart. */
        Recommendations: {
            model: components["schemas"]["ModelName"];
            results: components["schemas"]["Recommendation"][];
        };
        RefreshRequest: {
            refresh: string;
        };
        /** @description What is known of a file that was read. The counts add up to all of its rows. */
        Result: {
            format: string;
            file_name: string;
            dry_run: boolean;
            /** @description Rows by outcome */
            counts: {
                [key: string]: number;
            };
            readonly rows: number;
            notices: string[];
            /** @description How each file was read; see reading/ */
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
         * @description One row of the file, with what becomes of it, or became when it was applied.
         *
         *     `same_as` is the line of the row that stands for the film, where it is another.
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
         * @description * `read` - Read what is yours
         *     * `ratings` - Change ratings, lists, notes and imports
         *     * `uploads` - Post films and images
         * @enum {string}
         */
        ScopesEnum: "read" | "ratings" | "uploads";
        /** @description sequence: films, oldest first; stars: of each, 4 where none are given. */
        ScoresRequest: {
            sequence: number[];
            /** @description As many as films, or none: what each was given. */
            stars?: number[];
            /** @default for-you */
            model?: components["schemas"]["ModelEnum"];
            /** @description In years. */
            age?: number | null;
            gender?: components["schemas"]["GenderEnum"] | null;
            /** @description As in MovieLens 1M. */
            occupation?: number | null;
            candidates: number[];
        };
        /** @description A film that you have seen. context: days, the known days by film. */
        Seen: {
            movie: components["schemas"]["Movie"];
            /**
             * Format: date
             * @description The last day on which you watched it, null when it is unknown
             */
            watched_on: string | null;
            readonly dates: string[];
            /** Format: date-time */
            added_at: string;
        };
        /**
         * @description avoid: films that do not come; push_away: let what is like them sink, too; min_rating: the least
         *     stars that the model may predict, for those that do.
         */
        SequenceRequest: {
            sequence: number[];
            /** @description As many as films, or none: what each was given. */
            stars?: number[];
            /** @default for-you */
            model?: components["schemas"]["ModelEnum"];
            /** @description In years. */
            age?: number | null;
            gender?: components["schemas"]["GenderEnum"] | null;
            /** @description As in MovieLens 1M. */
            occupation?: number | null;
            /** @default 20 */
            k?: number;
            avoid?: number[];
            /** @default false */
            push_away?: boolean;
            /** Format: double */
            min_rating?: number | null;
        };
        /** @description client: the User-Agent it came with; address: the network's, for IPv6 the whole /64. */
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
            /** @description Left out only if you have none: then by a session less than ten minutes old. */
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
         *     * `auto` - As the device
         * @enum {string}
         */
        ThemeEnum: "dark" | "light" | "auto";
        /** @description Stars for a thumb down, a thumb up and two thumbs up. */
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
        /** @description Stars for a thumb down, a thumb up and two thumbs up. */
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
        /** @description A sign-up that waits for the link in the mail. The same for an address that has an account. */
        Waiting: {
            /** Format: email */
            email: string;
        };
        WatchedOnRequest: {
            /**
             * Format: date
             * @description A day up to today, such as 2024-05-03
             */
            watched_on?: string | null;
        };
    };
    responses: {
        /** @description Something that was sent is wrong; `fields` tells what, where it can. */
        BadRequest: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The token lacks a scope, or a session's request its CSRF token. */
        Forbidden: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description You accept only what the API does not send. */
        NotAcceptable: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description There is nothing like that, or it is not yours. */
        NotFound: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description What you have is still right. */
        NotModified: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The body is too large. */
        TooLarge: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description You asked too often. */
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
        /** @description You are not signed in, or the token is wrong, used or expired. */
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
        /** @description What this needs is away just now. */
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
        /** @description The body is of a kind that is not read here. */
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
        /** @description Send it back in `If-None-Match`; 304 when nothing changed. */
        ETag: string;
        /** @description Requests that are allowed in a window. */
        "RateLimit-Limit": number;
        /** @description How many of them are left. */
        "RateLimit-Remaining": number;
        /** @description Seconds until the first that was counted is forgotten. */
        "RateLimit-Reset": number;
        /** @description Seconds to wait before the next try. */
        "Retry-After": number;
        /** @description How to say who you are. */
        "WWW-Authenticate": string;
        /** @description The request's name, yours if you sent one. */
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
                /** @description Whether the file has your notes, as reviews. */
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
                /** @description Taken from `next` or `previous`, in place of `page`. */
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
            /** @description The file cannot be read, or the form is wrong. */
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
            /** @description You asked too often, or two of your imports are under way. */
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
            /** @description The import is in another state than this needs. */
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
            /** @description The import is in another state than this needs. */
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
            /** @description The file has no such column, or the import several files and none is named. */
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
            /** @description The import is in another state than this needs. */
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
                /** @description Taken from `next` or `previous`, in place of `page`. */
                cursor?: string;
                /**
                 * @description * `imported` - Rated
                 *     * `noted` - Review kept as a note
                 *     * `watchlisted` - Put on the watchlist
                 *     * `seen` - Marked as seen
                 *     * `unchanged` - Nothing to change
                 *     * `duplicate` - Another row tells of the film
                 *     * `ambiguous` - Several films may be meant
                 *     * `unmatched` - No such film found
                 *     * `not_a_film` - A series or a game
                 *     * `invalid` - Not readable
                 *     * `skipped` - Left out by you
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
            /** @description The import is in another state than this needs. */
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
            /** @description The import is in another state than this needs. */
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
                /** @description Taken from `next` or `previous`, in place of `page`. */
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
                /** @description Taken from `next` or `previous`, in place of `page`. */
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
                /** @description Taken from `next` or `previous`, in place of `page`. */
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
                /** @description Taken from `next` or `previous`, in place of `page`. */
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
            /** @description You have changed no rating, or undone it all. */
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
            /** @description The model is not in use here; models/ tells which are. */
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
                /** @description Taken from `next` or `previous`, in place of `page`. */
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
                /** @description Only the viewing of this day */
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
                /** @description Taken from `next` or `previous`, in place of `page`. */
                cursor?: string;
                is_public?: boolean | null;
                /** @description posts about this film only */
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
            /** @description Something in it is wrong, or the image is damaged. */
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
            /** @description You have as much as one may, or the token lacks the scope uploads. */
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
            /** @description There is no such film, or no such post of yours. */
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
            /** @description You posted this very image already. */
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
            /** @description An image, or a body, of a kind that is not taken. */
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
            /** @description Something in it is wrong, or the image is damaged. */
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
            /** @description You have as much as one may, or the token lacks the scope uploads. */
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
            /** @description There is no such film, or no such post of yours. */
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
            /** @description You posted this very image already. */
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
            /** @description An image, or a body, of a kind that is not taken. */
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
            /** @description Something in it is wrong, or the image is damaged. */
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
            /** @description You have as much as one may, or the token lacks the scope uploads. */
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
            /** @description There is no such film, or no such post of yours. */
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
            /** @description You posted this very image already. */
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
            /** @description An image, or a body, of a kind that is not taken. */
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
            /** @description There is no image that could be tried again. */
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
                /** @description Taken from `next` or `previous`, in place of `page`. */
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
            /** @description The model is not in use here; models/ tells which are. */
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
            /** @description The model is not in use here; models/ tells which are. */
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
            /** @description No film has the title. */
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
                /** @description Taken from `next` or `previous`, in place of `page`. */
                cursor?: string;
                /** @description posts about this film only */
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
