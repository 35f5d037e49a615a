CREATE DATABASE co2desk WITH TEMPLATE = template0 ENCODING = 'UTF8' LOCALE_PROVIDER = libc LOCALE = 'C.UTF-8';
ALTER DATABASE co2desk OWNER TO co2calculator_owner;
\connect co2desk
ALTER DATABASE co2desk SET statement_timeout TO '60s';
ALTER DATABASE co2desk SET lock_timeout TO '5s';
ALTER DATABASE co2desk SET idle_in_transaction_session_timeout TO '60s';
ALTER DATABASE co2desk SET client_connection_check_interval TO '2s';
\connect co2desk
CREATE SCHEMA authz;
ALTER SCHEMA authz OWNER TO co2calculator_owner;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
COMMENT ON EXTENSION unaccent IS 'text search dictionary that removes accents';
CREATE FUNCTION authz.me() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT u.id FROM public.users AS u WHERE u.db_role = session_user::text AND u.active
$$;
ALTER FUNCTION authz.me() OWNER TO co2calculator_authz;
CREATE FUNCTION authz.my_labs(at_least text) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH ranks (role, rank) AS (
        VALUES ('viewer', 0), ('lab_member', 1), ('lab_manager', 2), ('admin', 3)
    ), granted AS (
        SELECT r.lab_id
        FROM public.user_roles AS r
        JOIN public.users AS u ON u.id = r.user_id
        JOIN ranks AS has ON has.role = r.role
        JOIN ranks AS needs ON needs.role = at_least
        WHERE u.db_role = session_user::text AND u.active AND has.rank >= needs.rank
    )
    SELECT coalesce(array_agg(lab_id), '{}')
    FROM (
        SELECT lab_id FROM granted WHERE lab_id IS NOT NULL
        UNION
        SELECT l.id FROM public.laboratories AS l WHERE EXISTS (SELECT FROM granted WHERE lab_id IS NULL)
    ) AS labs
$$;
ALTER FUNCTION authz.my_labs(at_least text) OWNER TO co2calculator_authz;
CREATE FUNCTION public.audit_activities_deleted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    person uuid := authz.me();
BEGIN
    INSERT INTO public.audit_logs (user_id, action, entity, entity_id, lab_id, import_job_id, before)
    SELECT person, 'delete', 'activities', a.id::text, a.lab_id, r.import_job_id, to_jsonb(a)
    FROM removed AS a
    LEFT JOIN public.import_rows AS r ON r.id = a.import_row_id;
    RETURN NULL;
END
$$;
ALTER FUNCTION public.audit_activities_deleted() OWNER TO co2calculator_owner;
CREATE FUNCTION public.audit_activities_inserted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
DECLARE
    pending uuid[] := public.pending_imports();
BEGIN
    INSERT INTO public.audit_logs (user_id, action, entity, entity_id, lab_id, import_job_id, after)
    SELECT a.created_by, 'insert', 'activities', a.id::text, a.lab_id, job.id, to_jsonb(a)
    FROM added AS a
    CROSS JOIN LATERAL (
        -- OFFSET 0 has it looked up once, and not again for each place that names it.
        SELECT (
            SELECT i.import_job_id FROM public.import_rows AS i WHERE i.id = a.import_row_id
        ) AS id OFFSET 0
    ) AS job
    WHERE job.id IS NULL OR job.id <> ALL (pending);
    RETURN NULL;
END
$$;
ALTER FUNCTION public.audit_activities_inserted() OWNER TO co2calculator_owner;
CREATE FUNCTION public.audit_activities_updated() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
DECLARE
    person uuid := authz.me();
BEGIN
    INSERT INTO public.audit_logs (user_id, action, entity, entity_id, lab_id, before, after)
    SELECT person, 'update', 'activities', was.id::text, was.lab_id, to_jsonb(was), to_jsonb(is_now)
    FROM removed AS was
    JOIN added AS is_now ON is_now.id = was.id
    WHERE was IS DISTINCT FROM is_now;
    RETURN NULL;
END
$$;
ALTER FUNCTION public.audit_activities_updated() OWNER TO co2calculator_owner;
CREATE FUNCTION public.audit_deleted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    INSERT INTO public.audit_logs (user_id, action, entity, entity_id, lab_id, before)
    SELECT authz.me(), 'delete', TG_TABLE_NAME,
        (SELECT string_agg(image ->> key, '/') FROM unnest(TG_ARGV) AS key),
        coalesce(image ->> 'lab_id', CASE TG_TABLE_NAME WHEN 'laboratories' THEN image ->> 'id' END)::uuid,
        image
    FROM (SELECT to_jsonb(r) - 'search' AS image FROM removed AS r) AS images;
    RETURN NULL;
END
$$;
ALTER FUNCTION public.audit_deleted() OWNER TO co2calculator_owner;
CREATE FUNCTION public.audit_digest(after_id bigint, up_to bigint, previous bytea) RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET "DateStyle" TO 'ISO, YMD'
    AS $$
    SELECT sha256(previous || convert_to(coalesce(string_agg(
        jsonb_build_array(
            id, at::text, transaction::text, user_id, db_role, action, entity, entity_id, lab_id,
            import_job_id, before, after, application
        )::text, E'\n' ORDER BY id), ''), 'UTF8'))
    FROM public.audit_logs
    WHERE id > after_id AND id <= up_to
$$;
ALTER FUNCTION public.audit_digest(after_id bigint, up_to bigint, previous bytea) OWNER TO co2calculator_owner;
CREATE FUNCTION public.audit_inserted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    INSERT INTO public.audit_logs (user_id, action, entity, entity_id, lab_id, after)
    SELECT authz.me(), 'insert', TG_TABLE_NAME,
        (SELECT string_agg(image ->> key, '/') FROM unnest(TG_ARGV) AS key),
        coalesce(image ->> 'lab_id', CASE TG_TABLE_NAME WHEN 'laboratories' THEN image ->> 'id' END)::uuid,
        image
    FROM (SELECT to_jsonb(a) - 'search' AS image FROM added AS a) AS images;
    RETURN NULL;
END
$$;
ALTER FUNCTION public.audit_inserted() OWNER TO co2calculator_owner;
CREATE TABLE public.audit_logs (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    transaction xid8 DEFAULT pg_current_xact_id() NOT NULL,
    user_id uuid,
    db_role character varying(63) DEFAULT SESSION_USER NOT NULL,
    action character varying(20) NOT NULL,
    entity character varying(63) NOT NULL,
    entity_id text NOT NULL,
    lab_id uuid,
    import_job_id uuid,
    before jsonb,
    after jsonb,
    application text DEFAULT current_setting('application_name'::text) NOT NULL
);
ALTER TABLE ONLY public.audit_logs FORCE ROW LEVEL SECURITY;
ALTER TABLE public.audit_logs OWNER TO co2calculator_owner;
CREATE FUNCTION public.audit_page(lab uuid, who text, of_entity text, of_id text, words text, since timestamp with time zone, until timestamp with time zone, before_id bigint, at_most integer) RETURNS SETOF public.audit_logs
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT l.*
    FROM public.audit_logs AS l
    WHERE (lab IS NULL OR l.lab_id = lab)
        AND (who = '' OR l.db_role = who OR l.user_id IN (
            SELECT u.id FROM public.users AS u
            WHERE strpos(lower(public.f_unaccent(u.display_name)), lower(public.f_unaccent(who))) > 0))
        AND (of_entity = '' OR l.entity = of_entity)
        AND (of_id = '' OR l.entity_id = of_id)
        AND (words = '' OR strpos(
            lower(public.f_unaccent(concat_ws(' ', l.before::text, l.after::text))),
            lower(public.f_unaccent(words))) > 0)
        AND (since IS NULL OR l.at >= since)
        AND (until IS NULL OR l.at < until)
        AND (before_id IS NULL OR l.id < before_id)
    ORDER BY l.id DESC
    LIMIT least(at_most, 10000)
$$;
ALTER FUNCTION public.audit_page(lab uuid, who text, of_entity text, of_id text, words text, since timestamp with time zone, until timestamp with time zone, before_id bigint, at_most integer) OWNER TO co2calculator_owner;
CREATE FUNCTION public.audit_rows_deleted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    INSERT INTO public.audit_logs
        (user_id, action, entity, entity_id, lab_id, import_job_id, before)
    SELECT authz.me(), 'delete', 'import_rows', import_job_id::text, lab_id, import_job_id,
        jsonb_build_object('rows', count(*))
    FROM removed
    GROUP BY import_job_id, lab_id;
    RETURN NULL;
END
$$;
ALTER FUNCTION public.audit_rows_deleted() OWNER TO co2calculator_owner;
CREATE FUNCTION public.audit_rows_inserted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
DECLARE
    pending uuid[] := public.pending_imports();
BEGIN
    INSERT INTO public.audit_logs (user_id, action, entity, entity_id, lab_id, import_job_id, after)
    SELECT authz.me(), 'insert', 'import_rows', r.id::text, r.lab_id, r.import_job_id, to_jsonb(r)
    FROM added AS r
    WHERE r.import_job_id <> ALL (pending);
    RETURN NULL;
END
$$;
ALTER FUNCTION public.audit_rows_inserted() OWNER TO co2calculator_owner;
CREATE FUNCTION public.audit_trail(of_entity text, of_id text) RETURNS SETOF public.audit_logs
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT l.*
    FROM public.audit_logs AS l
    WHERE l.entity = of_entity AND l.entity_id = of_id
        AND (
            l.lab_id = ANY ((SELECT authz.my_labs('viewer'))::uuid[])
            OR pg_has_role(session_user, 'co2calculator_admin', 'MEMBER')
        )
    ORDER BY l.id DESC
    LIMIT 1000
$$;
ALTER FUNCTION public.audit_trail(of_entity text, of_id text) OWNER TO co2calculator_owner;
CREATE FUNCTION public.audit_updated() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    was jsonb := to_jsonb(OLD) - 'search';
    is_now jsonb := to_jsonb(NEW) - 'search';
BEGIN
    IF was = is_now THEN
        RETURN NULL;
    END IF;
    INSERT INTO public.audit_logs
        (user_id, action, entity, entity_id, lab_id, import_job_id, before, after)
    VALUES (
        authz.me(), 'update', TG_TABLE_NAME,
        (SELECT string_agg(was ->> key, '/') FROM unnest(TG_ARGV) AS key),
        coalesce(was ->> 'lab_id', CASE TG_TABLE_NAME WHEN 'laboratories' THEN was ->> 'id' END)::uuid,
        coalesce(was ->> 'import_job_id', CASE TG_TABLE_NAME WHEN 'import_jobs' THEN was ->> 'id' END)::uuid,
        was, is_now
    );
    RETURN NULL;
END
$$;
ALTER FUNCTION public.audit_updated() OWNER TO co2calculator_owner;
CREATE FUNCTION public.check_activity_stamps() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    person uuid := authz.me();
BEGIN
    IF EXISTS (SELECT FROM added WHERE created_by IS DISTINCT FROM person) THEN
        RAISE EXCEPTION 'an activity cannot be entered in another name' USING ERRCODE = 'CD002';
    END IF;
    RETURN NULL;
END
$$;
ALTER FUNCTION public.check_activity_stamps() OWNER TO co2calculator_owner;
CREATE FUNCTION public.f_unaccent(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN public.unaccent('public.unaccent'::regdictionary, words);
ALTER FUNCTION public.f_unaccent(words text) OWNER TO co2calculator_owner;
CREATE FUNCTION public.keep_user_roles() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    person uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.user_id ELSE NEW.user_id END;
BEGIN
    UPDATE public.users AS u
    SET roles = coalesce(
        (SELECT array_agg(DISTINCT r.role::text) FROM public.user_roles AS r WHERE r.user_id = u.id),
        '{viewer}'
    )
    WHERE u.id = person;
    RETURN NULL;
END
$$;
ALTER FUNCTION public.keep_user_roles() OWNER TO co2calculator_owner;
CREATE FUNCTION public.pending_imports() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT coalesce(array_agg(j.id), '{}') FROM public.import_jobs AS j
    WHERE j.xact = pg_current_xact_id_if_assigned() AND NOT j.settled
$$;
ALTER FUNCTION public.pending_imports() OWNER TO co2calculator_owner;
CREATE FUNCTION public.plain_words(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN (octet_length(words) = char_length(words)) THEN lower(words) ELSE lower(public.f_unaccent(words)) END;
ALTER FUNCTION public.plain_words(words text) OWNER TO co2calculator_owner;
CREATE FUNCTION public.published_after_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    PERFORM public.refuse_published(array_agg(lab_id), array_agg(year))
    FROM (
        SELECT DISTINCT lab_id, year FROM removed
    ) AS touched
    HAVING count(*) > 0;
    RETURN NULL;
END
$$;
ALTER FUNCTION public.published_after_delete() OWNER TO co2calculator_owner;
CREATE FUNCTION public.published_after_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    PERFORM public.refuse_published(array_agg(lab_id), array_agg(year))
    FROM (
        SELECT DISTINCT lab_id, year FROM added
    ) AS touched
    HAVING count(*) > 0;
    RETURN NULL;
END
$$;
ALTER FUNCTION public.published_after_insert() OWNER TO co2calculator_owner;
CREATE FUNCTION public.published_after_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    PERFORM public.refuse_published(array_agg(lab_id), array_agg(year))
    FROM (
        SELECT lab_id, year FROM added
        UNION SELECT lab_id, year FROM removed
    ) AS touched
    HAVING count(*) > 0;
    RETURN NULL;
END
$$;
ALTER FUNCTION public.published_after_update() OWNER TO co2calculator_owner;
CREATE FUNCTION public.rebuild_results() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    pending uuid[] := public.pending_imports();
    wrong bigint;
BEGIN
    LOCK TABLE public.activities IN SHARE MODE;
    WITH truth AS (
        SELECT lab_id, year, activity_type, category, coalesce(sum(co2e_kg), 0) AS co2e_kg,
            count(*) AS activity_count, count(*) FILTER (WHERE co2e_kg IS NULL) AS missing_count
        FROM public.activities AS a
        WHERE pending = '{}' OR NOT EXISTS (
            SELECT FROM public.import_rows AS i
            WHERE i.id = a.import_row_id AND i.import_job_id = ANY (pending)
        )
        GROUP BY lab_id, year, activity_type, category
    ), gone AS (
        DELETE FROM public.results AS r
        WHERE NOT EXISTS (
            SELECT FROM truth AS t
            WHERE (t.lab_id, t.year, t.activity_type, t.category)
                = (r.lab_id, r.year, r.activity_type, r.category)
        )
        RETURNING 1
    ), mended AS (
        INSERT INTO public.results AS r
            (lab_id, year, activity_type, category, co2e_kg, activity_count, missing_count)
        SELECT * FROM truth
        ON CONFLICT (lab_id, year, activity_type, category) DO UPDATE SET
            co2e_kg = excluded.co2e_kg,
            activity_count = excluded.activity_count,
            missing_count = excluded.missing_count,
            computed_at = now()
        WHERE (r.co2e_kg, r.activity_count, r.missing_count)
            IS DISTINCT FROM (excluded.co2e_kg, excluded.activity_count, excluded.missing_count)
        RETURNING 1
    )
    SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM mended) INTO wrong;
    RETURN wrong;
END
$$;
ALTER FUNCTION public.rebuild_results() OWNER TO co2calculator_owner;
CREATE FUNCTION public.refuse_published(labs uuid[], years integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    frozen record;
BEGIN
    -- Whoever publishes waits for this lock, and so for the end of this transaction.
    PERFORM FROM public.laboratories WHERE id = ANY (labs) ORDER BY id FOR KEY SHARE;
    SELECT l.code, p.year INTO frozen
    FROM unnest(labs, years) AS touched (lab_id, year)
    JOIN public.published_years AS p USING (lab_id, year)
    JOIN public.laboratories AS l ON l.id = p.lab_id
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'the year is published' USING
            ERRCODE = 'CD001',
            DETAIL = jsonb_build_object('lab', frozen.code, 'year', frozen.year);
    END IF;
END
$$;
ALTER FUNCTION public.refuse_published(labs uuid[], years integer[]) OWNER TO co2calculator_owner;
CREATE FUNCTION public.results_after_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
DECLARE
    pending uuid[] := public.pending_imports();
BEGIN
    PERFORM FROM public.results AS r
    WHERE (r.lab_id, r.year, r.activity_type, r.category) IN
        (SELECT d.lab_id, d.year, d.activity_type, d.category FROM removed AS d)
    ORDER BY r.lab_id, r.year, r.activity_type, r.category
    FOR UPDATE;
    UPDATE public.results AS r SET
        co2e_kg = r.co2e_kg - d.co2e_kg,
        activity_count = r.activity_count - d.activities,
        missing_count = r.missing_count - d.missing,
        computed_at = now()
    FROM (
        SELECT lab_id, year, activity_type, category, coalesce(sum(co2e_kg), 0) AS co2e_kg,
            count(*) AS activities, count(*) FILTER (WHERE co2e_kg IS NULL) AS missing
        FROM removed AS a
        WHERE pending = '{}' OR coalesce((
            SELECT i.import_job_id FROM public.import_rows AS i WHERE i.id = a.import_row_id
        ) <> ALL (pending), true)
        GROUP BY lab_id, year, activity_type, category
    ) AS d
    WHERE (r.lab_id, r.year, r.activity_type, r.category)
        = (d.lab_id, d.year, d.activity_type, d.category);
    DELETE FROM public.results AS r
    WHERE r.activity_count = 0 AND r.lab_id IN (SELECT d.lab_id FROM removed AS d);
    RETURN NULL;
END
$$;
ALTER FUNCTION public.results_after_delete() OWNER TO co2calculator_owner;
CREATE FUNCTION public.results_after_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
DECLARE
    pending uuid[] := public.pending_imports();
BEGIN
    INSERT INTO public.results AS r
        (lab_id, year, activity_type, category, co2e_kg, activity_count, missing_count)
    SELECT lab_id, year, activity_type, category,
        coalesce(sum(co2e_kg), 0), count(*), count(*) FILTER (WHERE co2e_kg IS NULL)
    FROM added AS a
    WHERE pending = '{}' OR coalesce((
        SELECT i.import_job_id FROM public.import_rows AS i WHERE i.id = a.import_row_id
    ) <> ALL (pending), true)
    GROUP BY lab_id, year, activity_type, category
    ORDER BY lab_id, year, activity_type, category
    ON CONFLICT (lab_id, year, activity_type, category) DO UPDATE SET
        co2e_kg = r.co2e_kg + excluded.co2e_kg,
        activity_count = r.activity_count + excluded.activity_count,
        missing_count = r.missing_count + excluded.missing_count,
        computed_at = now();
    RETURN NULL;
END
$$;
ALTER FUNCTION public.results_after_insert() OWNER TO co2calculator_owner;
CREATE FUNCTION public.results_after_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
DECLARE
    pending uuid[] := public.pending_imports();
BEGIN
    INSERT INTO public.results AS r (lab_id, year, activity_type, category)
    SELECT lab_id, year, activity_type, category FROM added
    UNION
    SELECT lab_id, year, activity_type, category FROM removed
    ORDER BY lab_id, year, activity_type, category
    ON CONFLICT (lab_id, year, activity_type, category) DO UPDATE SET computed_at = now();
    UPDATE public.results AS r SET
        co2e_kg = r.co2e_kg + d.co2e_kg,
        activity_count = r.activity_count + d.activities,
        missing_count = r.missing_count + d.missing
    FROM (
        SELECT lab_id, year, activity_type, category, sum(sign * coalesce(co2e_kg, 0)) AS co2e_kg,
            sum(sign) AS activities,
            coalesce(sum(sign) FILTER (WHERE co2e_kg IS NULL), 0) AS missing
        FROM (
            SELECT lab_id, year, activity_type, category, co2e_kg, import_row_id, 1 AS sign
            FROM added
            UNION ALL
            SELECT lab_id, year, activity_type, category, co2e_kg, import_row_id, -1 FROM removed
        ) AS a
        WHERE pending = '{}' OR coalesce((
            SELECT i.import_job_id FROM public.import_rows AS i WHERE i.id = a.import_row_id
        ) <> ALL (pending), true)
        GROUP BY lab_id, year, activity_type, category
    ) AS d
    WHERE (r.lab_id, r.year, r.activity_type, r.category)
        = (d.lab_id, d.year, d.activity_type, d.category);
    DELETE FROM public.results AS r
    WHERE r.activity_count = 0 AND r.lab_id IN (SELECT d.lab_id FROM removed AS d);
    RETURN NULL;
END
$$;
ALTER FUNCTION public.results_after_update() OWNER TO co2calculator_owner;
CREATE FUNCTION public.seal_audit(batch integer DEFAULT 50000) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    last_seal public.audit_seals;
    boundary bigint;
    found_entries bigint;
BEGIN
    LOCK TABLE public.audit_seals IN EXCLUSIVE MODE;
    LOCK TABLE public.audit_logs IN SHARE MODE;
    SELECT * INTO last_seal FROM public.audit_seals ORDER BY n DESC LIMIT 1;
    IF NOT FOUND THEN
        last_seal.n := 0;
        last_seal.up_to := 0;
        last_seal.hash := decode(repeat('00', 32), 'hex');
    END IF;
    LOOP
        SELECT max(id), count(*) INTO boundary, found_entries
        FROM (
            SELECT id FROM public.audit_logs WHERE id > last_seal.up_to ORDER BY id LIMIT batch
        ) AS next_entries;
        EXIT WHEN found_entries = 0;
        INSERT INTO public.audit_seals (n, up_to, entries, hash, previous_hash)
        VALUES (
            last_seal.n + 1, boundary, found_entries,
            public.audit_digest(last_seal.up_to, boundary, last_seal.hash), last_seal.hash
        )
        RETURNING * INTO last_seal;
    END LOOP;
    RETURN last_seal.n;
END
$$;
ALTER FUNCTION public.seal_audit(batch integer) OWNER TO co2calculator_owner;
CREATE FUNCTION public.search_query(words text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT to_tsquery('simple'::regconfig, string_agg((word.word || ':*'::text), ' & '::text)) AS to_tsquery FROM regexp_split_to_table(public.f_unaccent(search_query.words), '[^[:alnum:]]+'::text) word(word) WHERE (word.word <> ''::text));
ALTER FUNCTION public.search_query(words text) OWNER TO co2calculator_owner;
CREATE FUNCTION public.search_words(words text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN to_tsvector('simple'::regconfig, regexp_replace(public.f_unaccent(words), '[^[:alnum:]]+'::text, ' '::text, 'g'::text));
ALTER FUNCTION public.search_words(words text) OWNER TO co2calculator_owner;
CREATE FUNCTION public.settle_import() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
DECLARE
    job public.import_jobs;
    pending boolean;
    summary jsonb;
BEGIN
    SELECT * INTO job FROM public.import_jobs WHERE id = NEW.id;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    pending := job.xact = pg_current_xact_id() AND NOT job.settled;
    WITH sums AS MATERIALIZED (
        SELECT a.lab_id, a.year, a.activity_type, a.category,
            coalesce(sum(a.co2e_kg), 0) AS co2e_kg, count(*) AS activities,
            count(*) FILTER (WHERE a.co2e_kg IS NULL) AS missing
        FROM public.import_rows AS r
        CROSS JOIN LATERAL (
            SELECT * FROM public.activities WHERE import_row_id = r.id
            OFFSET 0
        ) AS a
        WHERE r.import_job_id = job.id
        GROUP BY a.lab_id, a.year, a.activity_type, a.category
    ), added AS (
        INSERT INTO public.results AS r
            (lab_id, year, activity_type, category, co2e_kg, activity_count, missing_count)
        SELECT * FROM sums WHERE pending ORDER BY lab_id, year, activity_type, category
        ON CONFLICT (lab_id, year, activity_type, category) DO UPDATE SET
            co2e_kg = r.co2e_kg + excluded.co2e_kg,
            activity_count = r.activity_count + excluded.activity_count,
            missing_count = r.missing_count + excluded.missing_count,
            computed_at = now()
    )
    SELECT jsonb_build_object(
        'activities', coalesce(sum(activities), 0), 'activities_co2e_kg', coalesce(sum(co2e_kg), 0)
    ) INTO summary FROM sums;
    UPDATE public.import_jobs SET settled = true WHERE id = job.id AND NOT settled;
    job.settled := true;
    INSERT INTO public.audit_logs (user_id, action, entity, entity_id, lab_id, import_job_id, after)
    VALUES (job.uploader_id, 'import', 'import_jobs', job.id::text, job.lab_id, job.id,
        to_jsonb(job) || summary);
    RETURN NULL;
END
$$;
ALTER FUNCTION public.settle_import() OWNER TO co2calculator_owner;
CREATE FUNCTION public.stamp_activity() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    NEW.created_by := authz.me();
    RETURN NEW;
END
$$;
ALTER FUNCTION public.stamp_activity() OWNER TO co2calculator_owner;
CREATE FUNCTION public.stamp_activity_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    NEW.id := OLD.id;
    NEW.lab_id := OLD.lab_id;
    NEW.import_row_id := OLD.import_row_id;
    NEW.created_by := OLD.created_by;
    NEW.created_at := OLD.created_at;
    NEW.updated_by := authz.me();
    NEW.updated_at := now();
    NEW.version := OLD.version + 1;
    RETURN NEW;
END
$$;
ALTER FUNCTION public.stamp_activity_update() OWNER TO co2calculator_owner;
CREATE FUNCTION public.stamp_factor() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    NEW.created_at := OLD.created_at;
    NEW.updated_at := now();
    NEW.version := OLD.version + 1;
    RETURN NEW;
END
$$;
ALTER FUNCTION public.stamp_factor() OWNER TO co2calculator_owner;
CREATE FUNCTION public.stamp_import_job() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.uploader_id := authz.me();
        NEW.created_at := now();
        NEW.xact := pg_current_xact_id();
    ELSE
        NEW.id := OLD.id;
        NEW.lab_id := OLD.lab_id;
        NEW.uploader_id := OLD.uploader_id;
        NEW.created_at := OLD.created_at;
        NEW.xact := OLD.xact;
        NEW.file_sha256 := OLD.file_sha256;
    END IF;
    RETURN NEW;
END
$$;
ALTER FUNCTION public.stamp_import_job() OWNER TO co2calculator_owner;
CREATE FUNCTION public.stamp_laboratory() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.created_by := authz.me();
        NEW.version := 1;
    ELSE
        NEW.created_by := OLD.created_by;
        NEW.created_at := OLD.created_at;
        NEW.updated_at := now();
        NEW.version := OLD.version + 1;
    END IF;
    RETURN NEW;
END
$$;
ALTER FUNCTION public.stamp_laboratory() OWNER TO co2calculator_owner;
CREATE FUNCTION public.stamp_published_year() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    NEW.published_by := authz.me();
    NEW.published_at := now();
    PERFORM FROM public.laboratories WHERE id = NEW.lab_id FOR UPDATE;
    RETURN NEW;
END
$$;
ALTER FUNCTION public.stamp_published_year() OWNER TO co2calculator_owner;
CREATE FUNCTION public.stamp_role_grant() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    NEW.granted_by := authz.me();
    NEW.granted_at := now();
    RETURN NEW;
END
$$;
ALTER FUNCTION public.stamp_role_grant() OWNER TO co2calculator_owner;
CREATE FUNCTION public.stamp_user() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    NEW.created_at := OLD.created_at;
    NEW.updated_at := now();
    RETURN NEW;
END
$$;
ALTER FUNCTION public.stamp_user() OWNER TO co2calculator_owner;
CREATE FUNCTION public.tell_of_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    PERFORM pg_notify('co2desk_changes', TG_TABLE_NAME);
    RETURN NULL;
END
$$;
ALTER FUNCTION public.tell_of_change() OWNER TO co2calculator_owner;
CREATE FUNCTION public.verify_audit() RETURNS TABLE(seal integer, sealed bigint, intact boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT s.n, s.entries,
        s.n = 1 + coalesce(p.n, 0)
        AND s.previous_hash = coalesce(p.hash, decode(repeat('00', 32), 'hex'))
        AND s.hash = public.audit_digest(coalesce(p.up_to, 0), s.up_to, s.previous_hash)
    FROM public.audit_seals AS s
    LEFT JOIN LATERAL (
        SELECT e.n, e.hash, e.up_to FROM public.audit_seals AS e
        WHERE e.n < s.n ORDER BY e.n DESC LIMIT 1
    ) AS p ON true
    ORDER BY s.n
$$;
ALTER FUNCTION public.verify_audit() OWNER TO co2calculator_owner;
CREATE TABLE public.activities (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    lab_id uuid NOT NULL,
    import_row_id uuid,
    activity_type character varying(20) NOT NULL,
    category character varying(100) DEFAULT ''::character varying NOT NULL,
    subcategory character varying(100) DEFAULT ''::character varying NOT NULL,
    quantity numeric(15,4) NOT NULL,
    unit character varying(50) NOT NULL,
    emission_factor_id uuid,
    co2e_kg numeric(15,4),
    date date NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    year integer GENERATED ALWAYS AS ((EXTRACT(year FROM date))::integer) STORED NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    attributes jsonb DEFAULT '{}'::jsonb NOT NULL,
    co2e_source character varying(20) NOT NULL,
    factor_value numeric(20,10),
    created_by uuid,
    updated_by uuid,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    words text GENERATED ALWAYS AS (public.plain_words((((((category)::text || ' '::text) || (subcategory)::text) || ' '::text) || note))) STORED NOT NULL,
    CONSTRAINT ck_activities_activity_type_known CHECK (((activity_type)::text = ANY ((ARRAY['travel'::character varying, 'energy'::character varying, 'purchase'::character varying, 'service'::character varying])::text[]))),
    CONSTRAINT ck_activities_attributes_bounded CHECK ((pg_column_size(attributes) <= 65536)),
    CONSTRAINT ck_activities_attributes_object CHECK ((jsonb_typeof(attributes) = 'object'::text)),
    CONSTRAINT ck_activities_clean CHECK ((((((((category)::text || '|'::text) || (subcategory)::text) || '|'::text) || (unit)::text) IS NFC NORMALIZED) AND ((((((category)::text || '|'::text) || (subcategory)::text) || '|'::text) || (unit)::text) !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_activities_co2e_kg_plausible CHECK (((co2e_kg >= (0)::numeric) AND (co2e_kg < '100000000000'::numeric))),
    CONSTRAINT ck_activities_co2e_source_known CHECK (((co2e_source)::text = ANY ((ARRAY['factor'::character varying, 'override'::character varying, 'missing'::character varying])::text[]))),
    CONSTRAINT ck_activities_date_plausible CHECK (((date >= '1990-01-01'::date) AND (date <= '2100-12-31'::date))),
    CONSTRAINT ck_activities_factor_is_known CHECK ((((co2e_source)::text <> 'factor'::text) OR (factor_value IS NOT NULL))),
    CONSTRAINT ck_activities_factor_plausible CHECK (((factor_value >= (0)::numeric) AND (factor_value < '10000000000'::numeric))),
    CONSTRAINT ck_activities_missing_has_no_co2e CHECK ((((co2e_source)::text = 'missing'::text) = (co2e_kg IS NULL))),
    CONSTRAINT ck_activities_note_clean CHECK (((note = ''::text) OR ((note IS NFC NORMALIZED) AND (char_length(note) <= 2000) AND (note !~ '[\u0001-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text)))),
    CONSTRAINT ck_activities_quantity_plausible CHECK (((quantity >= (0)::numeric) AND (quantity < '10000000000'::numeric))),
    CONSTRAINT ck_activities_version_bounded CHECK (((version > 0) AND (version < 1000000000)))
);
ALTER TABLE ONLY public.activities FORCE ROW LEVEL SECURITY;
ALTER TABLE public.activities OWNER TO co2calculator_owner;
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
ALTER TABLE ONLY public.alembic_version FORCE ROW LEVEL SECURITY;
ALTER TABLE public.alembic_version OWNER TO co2calculator_owner;
ALTER TABLE public.audit_logs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_logs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audit_seals (
    n integer NOT NULL,
    up_to bigint NOT NULL,
    entries bigint NOT NULL,
    hash bytea NOT NULL,
    previous_hash bytea NOT NULL,
    sealed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ck_audit_seals_hash_length CHECK ((octet_length(hash) = 32)),
    CONSTRAINT ck_audit_seals_n_positive CHECK ((n > 0)),
    CONSTRAINT ck_audit_seals_previous_hash_length CHECK ((octet_length(previous_hash) = 32))
);
ALTER TABLE ONLY public.audit_seals FORCE ROW LEVEL SECURITY;
ALTER TABLE public.audit_seals OWNER TO co2calculator_owner;
CREATE TABLE public.column_mappings (
    lab_id uuid NOT NULL,
    kind character varying(40) NOT NULL,
    header character varying(255) NOT NULL,
    field character varying(100) DEFAULT ''::character varying NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ck_column_mappings_field_clean CHECK (((field IS NFC NORMALIZED) AND ((field)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_column_mappings_header_clean CHECK ((((header)::text <> ''::text) AND (header IS NFC NORMALIZED) AND ((header)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text)))
);
ALTER TABLE ONLY public.column_mappings FORCE ROW LEVEL SECURITY;
ALTER TABLE public.column_mappings OWNER TO co2calculator_owner;
CREATE TABLE public.custom_factors (
    id uuid NOT NULL,
    lab_id uuid,
    justification text DEFAULT ''::text NOT NULL,
    CONSTRAINT ck_custom_factors_justification_clean CHECK (((justification IS NFC NORMALIZED) AND (justification !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text)))
);
ALTER TABLE ONLY public.custom_factors FORCE ROW LEVEL SECURITY;
ALTER TABLE public.custom_factors OWNER TO co2calculator_owner;
CREATE TABLE public.emission_factors (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    code character varying(100) NOT NULL,
    name character varying(255) NOT NULL,
    category character varying(100) DEFAULT ''::character varying NOT NULL,
    subcategory character varying(100) DEFAULT ''::character varying NOT NULL,
    value numeric(20,10) NOT NULL,
    unit character varying(50) NOT NULL,
    source character varying(500) DEFAULT ''::character varying NOT NULL,
    valid_from date,
    valid_to date,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    factor_type character varying(20) NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    search tsvector GENERATED ALWAYS AS (public.search_words((((((((((code)::text || ' '::text) || (name)::text) || ' '::text) || (category)::text) || ' '::text) || (subcategory)::text) || ' '::text) || (source)::text))) STORED NOT NULL,
    CONSTRAINT ck_emission_factors_category_clean CHECK (((category IS NFC NORMALIZED) AND ((category)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_emission_factors_code_clean CHECK ((((code)::text <> ''::text) AND (code IS NFC NORMALIZED) AND ((code)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_emission_factors_factor_type_known CHECK (((factor_type)::text = ANY ((ARRAY['travel'::character varying, 'energy'::character varying, 'purchase'::character varying, 'custom'::character varying])::text[]))),
    CONSTRAINT ck_emission_factors_name_clean CHECK ((((name)::text <> ''::text) AND (name IS NFC NORMALIZED) AND ((name)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_emission_factors_source_clean CHECK (((source IS NFC NORMALIZED) AND ((source)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_emission_factors_subcategory_clean CHECK (((subcategory IS NFC NORMALIZED) AND ((subcategory)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_emission_factors_unit_clean CHECK ((((unit)::text <> ''::text) AND (unit IS NFC NORMALIZED) AND ((unit)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_emission_factors_valid_from_plausible CHECK (((valid_from >= '1990-01-01'::date) AND (valid_from <= '2100-12-31'::date))),
    CONSTRAINT ck_emission_factors_valid_in_order CHECK ((valid_from <= valid_to)),
    CONSTRAINT ck_emission_factors_valid_to_plausible CHECK (((valid_to >= '1990-01-01'::date) AND (valid_to <= '2100-12-31'::date))),
    CONSTRAINT ck_emission_factors_value_plausible CHECK (((value >= (0)::numeric) AND (value < '10000000000'::numeric)))
);
ALTER TABLE ONLY public.emission_factors FORCE ROW LEVEL SECURITY;
ALTER TABLE public.emission_factors OWNER TO co2calculator_owner;
CREATE TABLE public.energy_factors (
    id uuid NOT NULL,
    carrier character varying(100) DEFAULT ''::character varying NOT NULL,
    country character varying(40) DEFAULT ''::character varying NOT NULL,
    heating_value character varying(20) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT ck_energy_factors_carrier_clean CHECK (((carrier IS NFC NORMALIZED) AND ((carrier)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_energy_factors_country_clean CHECK (((country IS NFC NORMALIZED) AND ((country)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_energy_factors_heating_value_known CHECK (((heating_value)::text = ANY ((ARRAY[''::character varying, 'net'::character varying, 'gross'::character varying])::text[])))
);
ALTER TABLE ONLY public.energy_factors FORCE ROW LEVEL SECURITY;
ALTER TABLE public.energy_factors OWNER TO co2calculator_owner;
CREATE TABLE public.exchange_rates (
    currency character varying(3) NOT NULL,
    year integer NOT NULL,
    per_eur numeric(20,10) NOT NULL,
    source character varying(255) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT ck_exchange_rates_currency_code CHECK (((currency)::text ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT ck_exchange_rates_per_eur_plausible CHECK (((per_eur > (0)::numeric) AND (per_eur < '10000000000'::numeric))),
    CONSTRAINT ck_exchange_rates_source_clean CHECK (((source IS NFC NORMALIZED) AND ((source)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_exchange_rates_year_plausible CHECK (((year >= 1990) AND (year <= 2100)))
);
ALTER TABLE ONLY public.exchange_rates FORCE ROW LEVEL SECURITY;
ALTER TABLE public.exchange_rates OWNER TO co2calculator_owner;
CREATE TABLE public.import_jobs (
    id uuid NOT NULL,
    lab_id uuid NOT NULL,
    uploader_id uuid,
    filename character varying(255) NOT NULL,
    s3_key character varying(1024) DEFAULT ''::character varying NOT NULL,
    status character varying(20) DEFAULT 'pending'::character varying NOT NULL,
    rows_total integer DEFAULT 0 NOT NULL,
    rows_valid integer DEFAULT 0 NOT NULL,
    rows_error integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    completed_at timestamp with time zone,
    kind character varying(40) DEFAULT ''::character varying NOT NULL,
    reporting_year integer,
    file_sha256 character varying(64) DEFAULT ''::character varying NOT NULL,
    column_mapping jsonb DEFAULT '{}'::jsonb NOT NULL,
    co2e_kg numeric(18,4) DEFAULT 0 NOT NULL,
    xact xid8,
    settled boolean DEFAULT false NOT NULL,
    CONSTRAINT ck_import_jobs_co2e_kg_plausible CHECK (((co2e_kg >= (0)::numeric) AND (co2e_kg < '100000000000000'::numeric))),
    CONSTRAINT ck_import_jobs_column_mapping_bounded CHECK ((pg_column_size(column_mapping) <= 1048576)),
    CONSTRAINT ck_import_jobs_column_mapping_object CHECK ((jsonb_typeof(column_mapping) = 'object'::text)),
    CONSTRAINT ck_import_jobs_completed_after_created CHECK (((completed_at IS NULL) OR (completed_at >= created_at))),
    CONSTRAINT ck_import_jobs_completed_at_plausible CHECK (((EXTRACT(year FROM completed_at) >= (1990)::numeric) AND (EXTRACT(year FROM completed_at) <= (2100)::numeric))),
    CONSTRAINT ck_import_jobs_counts_add_up CHECK (((rows_total >= 0) AND (rows_valid >= 0) AND (rows_error >= 0) AND ((rows_valid + rows_error) <= rows_total))),
    CONSTRAINT ck_import_jobs_file_sha256_hex CHECK (((file_sha256)::text ~ '^([0-9a-f]{64})?$'::text)),
    CONSTRAINT ck_import_jobs_filename_clean CHECK (((filename IS NFC NORMALIZED) AND ((filename)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_import_jobs_kind_clean CHECK (((kind IS NFC NORMALIZED) AND ((kind)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_import_jobs_reporting_year_plausible CHECK (((reporting_year >= 1990) AND (reporting_year <= 2100))),
    CONSTRAINT ck_import_jobs_s3_key_clean CHECK (((s3_key IS NFC NORMALIZED) AND ((s3_key)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_import_jobs_status_known CHECK (((status)::text = ANY ((ARRAY['pending'::character varying, 'processing'::character varying, 'completed'::character varying, 'failed'::character varying, 'undone'::character varying])::text[])))
);
ALTER TABLE ONLY public.import_jobs FORCE ROW LEVEL SECURITY;
ALTER TABLE public.import_jobs OWNER TO co2calculator_owner;
CREATE TABLE public.import_rows (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    import_job_id uuid NOT NULL,
    lab_id uuid NOT NULL,
    row_number integer NOT NULL,
    raw_data jsonb NOT NULL,
    validation_errors jsonb DEFAULT '[]'::jsonb NOT NULL,
    status character varying(20) NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    fingerprint bytea,
    CONSTRAINT ck_import_rows_errors_array CHECK ((jsonb_typeof(validation_errors) = 'array'::text)),
    CONSTRAINT ck_import_rows_errors_bounded CHECK ((pg_column_size(validation_errors) <= 16777216)),
    CONSTRAINT ck_import_rows_fingerprint_length CHECK ((octet_length(fingerprint) = 32)),
    CONSTRAINT ck_import_rows_raw_data_bounded CHECK ((pg_column_size(raw_data) <= 16777216)),
    CONSTRAINT ck_import_rows_raw_data_object CHECK ((jsonb_typeof(raw_data) = 'object'::text)),
    CONSTRAINT ck_import_rows_row_number_positive CHECK ((row_number > 0)),
    CONSTRAINT ck_import_rows_status_known CHECK (((status)::text = ANY ((ARRAY['valid'::character varying, 'error'::character varying, 'warning'::character varying, 'skipped'::character varying])::text[])))
);
ALTER TABLE ONLY public.import_rows FORCE ROW LEVEL SECURITY;
ALTER TABLE public.import_rows OWNER TO co2calculator_owner;
CREATE TABLE public.laboratories (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    code character varying(50) NOT NULL,
    name character varying(255) NOT NULL,
    faculty character varying(255) DEFAULT ''::character varying NOT NULL,
    created_by uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    members text[] DEFAULT '{}'::text[] NOT NULL,
    archived_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    search tsvector GENERATED ALWAYS AS (public.search_words((((((code)::text || ' '::text) || (name)::text) || ' '::text) || (faculty)::text))) STORED NOT NULL,
    CONSTRAINT ck_laboratories_archived_at_plausible CHECK (((EXTRACT(year FROM archived_at) >= (1990)::numeric) AND (EXTRACT(year FROM archived_at) <= (2100)::numeric))),
    CONSTRAINT ck_laboratories_code_clean CHECK ((((code)::text <> ''::text) AND (code IS NFC NORMALIZED) AND ((code)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_laboratories_faculty_clean CHECK (((faculty IS NFC NORMALIZED) AND ((faculty)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_laboratories_members_bounded CHECK (((array_position(members, NULL::text) IS NULL) AND (cardinality(members) <= 2000))),
    CONSTRAINT ck_laboratories_members_short CHECK ((octet_length(array_to_string(members, ','::text)) <= 42000)),
    CONSTRAINT ck_laboratories_name_clean CHECK ((((name)::text <> ''::text) AND (name IS NFC NORMALIZED) AND ((name)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text)))
);
ALTER TABLE ONLY public.laboratories FORCE ROW LEVEL SECURITY;
ALTER TABLE public.laboratories OWNER TO co2calculator_owner;
CREATE TABLE public.published_years (
    lab_id uuid NOT NULL,
    year integer NOT NULL,
    published_by uuid,
    published_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ck_published_years_year_plausible CHECK (((year >= 1990) AND (year <= 2100)))
);
ALTER TABLE ONLY public.published_years FORCE ROW LEVEL SECURITY;
ALTER TABLE public.published_years OWNER TO co2calculator_owner;
CREATE TABLE public.purchase_factors (
    id uuid NOT NULL,
    purchase_code character varying(50) DEFAULT ''::character varying NOT NULL,
    currency character varying(3) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT ck_purchase_factors_currency_code CHECK (((currency)::text ~ '^([A-Z]{3})?$'::text)),
    CONSTRAINT ck_purchase_factors_purchase_code_clean CHECK (((purchase_code IS NFC NORMALIZED) AND ((purchase_code)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text)))
);
ALTER TABLE ONLY public.purchase_factors FORCE ROW LEVEL SECURITY;
ALTER TABLE public.purchase_factors OWNER TO co2calculator_owner;
CREATE TABLE public.results (
    lab_id uuid NOT NULL,
    year integer NOT NULL,
    activity_type character varying(20) NOT NULL,
    category character varying(100) NOT NULL,
    co2e_kg numeric(18,4) DEFAULT 0 NOT NULL,
    activity_count integer DEFAULT 0 NOT NULL,
    missing_count integer DEFAULT 0 NOT NULL,
    computed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ck_results_counts_add_up CHECK (((activity_count >= 0) AND (missing_count >= 0) AND (missing_count <= activity_count)))
);
ALTER TABLE ONLY public.results FORCE ROW LEVEL SECURITY;
ALTER TABLE public.results OWNER TO co2calculator_owner;
CREATE TABLE public.schema_compat (
    single_row boolean DEFAULT true NOT NULL,
    min_client character varying(20) NOT NULL,
    max_client character varying(20) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT ck_schema_compat_max_client_version CHECK (((max_client)::text ~ '^([0-9]+(\.[0-9]+)*)?$'::text)),
    CONSTRAINT ck_schema_compat_min_client_version CHECK (((min_client)::text ~ '^[0-9]+(\.[0-9]+)*$'::text)),
    CONSTRAINT ck_schema_compat_only_one CHECK (single_row)
);
ALTER TABLE ONLY public.schema_compat FORCE ROW LEVEL SECURITY;
ALTER TABLE public.schema_compat OWNER TO co2calculator_owner;
CREATE TABLE public.travel_factors (
    id uuid NOT NULL,
    mode character varying(40) DEFAULT ''::character varying NOT NULL,
    haul character varying(20) DEFAULT ''::character varying NOT NULL,
    cabin_class character varying(40) DEFAULT ''::character varying NOT NULL,
    country character varying(40) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT ck_travel_factors_cabin_class_clean CHECK (((cabin_class IS NFC NORMALIZED) AND ((cabin_class)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_travel_factors_country_clean CHECK (((country IS NFC NORMALIZED) AND ((country)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_travel_factors_haul_known CHECK (((haul)::text = ANY ((ARRAY[''::character varying, 'domestic'::character varying, 'short'::character varying, 'medium'::character varying, 'long'::character varying, 'international'::character varying])::text[]))),
    CONSTRAINT ck_travel_factors_mode_clean CHECK (((mode IS NFC NORMALIZED) AND ((mode)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text)))
);
ALTER TABLE ONLY public.travel_factors FORCE ROW LEVEL SECURITY;
ALTER TABLE public.travel_factors OWNER TO co2calculator_owner;
CREATE TABLE public.user_roles (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    lab_id uuid,
    role character varying(20) NOT NULL,
    granted_by uuid,
    granted_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ck_user_roles_admin_everywhere CHECK ((((role)::text <> 'admin'::text) OR (lab_id IS NULL))),
    CONSTRAINT ck_user_roles_role_known CHECK (((role)::text = ANY ((ARRAY['viewer'::character varying, 'lab_member'::character varying, 'lab_manager'::character varying, 'admin'::character varying])::text[])))
);
ALTER TABLE ONLY public.user_roles FORCE ROW LEVEL SECURITY;
ALTER TABLE public.user_roles OWNER TO co2calculator_owner;
CREATE TABLE public.users (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    sciper character varying(10),
    email character varying(254),
    display_name character varying(200) NOT NULL,
    roles text[] DEFAULT '{viewer}'::text[] NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    db_role character varying(63),
    active boolean DEFAULT true NOT NULL,
    CONSTRAINT ck_users_display_name_clean CHECK ((((display_name)::text <> ''::text) AND (display_name IS NFC NORMALIZED) AND ((display_name)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_users_email_clean CHECK (((email IS NFC NORMALIZED) AND ((email)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_users_roles_known CHECK (((roles <@ ARRAY['viewer'::text, 'lab_member'::text, 'lab_manager'::text, 'admin'::text]) AND (cardinality(roles) > 0))),
    CONSTRAINT ck_users_sciper_clean CHECK (((sciper IS NFC NORMALIZED) AND ((sciper)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text)))
);
ALTER TABLE ONLY public.users FORCE ROW LEVEL SECURITY;
ALTER TABLE public.users OWNER TO co2calculator_owner;
CREATE TABLE public.value_mappings (
    lab_id uuid NOT NULL,
    kind character varying(40) NOT NULL,
    field character varying(100) NOT NULL,
    value character varying(255) NOT NULL,
    meaning character varying(255) NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ck_value_mappings_meaning_clean CHECK (((meaning IS NFC NORMALIZED) AND ((meaning)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text))),
    CONSTRAINT ck_value_mappings_value_clean CHECK (((value IS NFC NORMALIZED) AND ((value)::text !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'::text)))
);
ALTER TABLE ONLY public.value_mappings FORCE ROW LEVEL SECURITY;
ALTER TABLE public.value_mappings OWNER TO co2calculator_owner;
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.activities
    ADD CONSTRAINT pk_activities PRIMARY KEY (id);
ALTER TABLE ONLY public.audit_logs
    ADD CONSTRAINT pk_audit_logs PRIMARY KEY (id);
ALTER TABLE ONLY public.audit_seals
    ADD CONSTRAINT pk_audit_seals PRIMARY KEY (n);
ALTER TABLE ONLY public.column_mappings
    ADD CONSTRAINT pk_column_mappings PRIMARY KEY (lab_id, kind, header);
ALTER TABLE ONLY public.custom_factors
    ADD CONSTRAINT pk_custom_factors PRIMARY KEY (id);
ALTER TABLE ONLY public.emission_factors
    ADD CONSTRAINT pk_emission_factors PRIMARY KEY (id);
ALTER TABLE ONLY public.energy_factors
    ADD CONSTRAINT pk_energy_factors PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_rates
    ADD CONSTRAINT pk_exchange_rates PRIMARY KEY (currency, year);
ALTER TABLE ONLY public.import_jobs
    ADD CONSTRAINT pk_import_jobs PRIMARY KEY (id);
ALTER TABLE ONLY public.import_rows
    ADD CONSTRAINT pk_import_rows PRIMARY KEY (id);
ALTER TABLE ONLY public.laboratories
    ADD CONSTRAINT pk_laboratories PRIMARY KEY (id);
ALTER TABLE ONLY public.published_years
    ADD CONSTRAINT pk_published_years PRIMARY KEY (lab_id, year);
ALTER TABLE ONLY public.purchase_factors
    ADD CONSTRAINT pk_purchase_factors PRIMARY KEY (id);
ALTER TABLE ONLY public.results
    ADD CONSTRAINT pk_results PRIMARY KEY (lab_id, year, activity_type, category);
ALTER TABLE ONLY public.schema_compat
    ADD CONSTRAINT pk_schema_compat PRIMARY KEY (single_row);
ALTER TABLE ONLY public.travel_factors
    ADD CONSTRAINT pk_travel_factors PRIMARY KEY (id);
ALTER TABLE ONLY public.user_roles
    ADD CONSTRAINT pk_user_roles PRIMARY KEY (id);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT pk_users PRIMARY KEY (id);
ALTER TABLE ONLY public.value_mappings
    ADD CONSTRAINT pk_value_mappings PRIMARY KEY (lab_id, kind, field, value);
ALTER TABLE ONLY public.audit_seals
    ADD CONSTRAINT uq_audit_seals_up_to UNIQUE (up_to);
ALTER TABLE ONLY public.emission_factors
    ADD CONSTRAINT uq_emission_factors_code UNIQUE (code);
ALTER TABLE ONLY public.import_jobs
    ADD CONSTRAINT uq_import_jobs_id_lab_id UNIQUE (id, lab_id);
ALTER TABLE ONLY public.import_rows
    ADD CONSTRAINT uq_import_rows_import_job_id_row_number UNIQUE (import_job_id, row_number);
ALTER TABLE ONLY public.laboratories
    ADD CONSTRAINT uq_laboratories_code UNIQUE (code);
ALTER TABLE ONLY public.user_roles
    ADD CONSTRAINT uq_user_roles_user_id_lab_id UNIQUE NULLS NOT DISTINCT (user_id, lab_id);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT uq_users_db_role UNIQUE (db_role);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT uq_users_email UNIQUE (email);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT uq_users_sciper UNIQUE (sciper);
CREATE INDEX ix_activities_emission_factor_id ON public.activities USING btree (emission_factor_id) WHERE (emission_factor_id IS NOT NULL);
CREATE INDEX ix_activities_import_row_id ON public.activities USING btree (import_row_id) WHERE (import_row_id IS NOT NULL);
CREATE INDEX ix_activities_lab_newest ON public.activities USING btree (lab_id, date DESC, id);
CREATE INDEX ix_activities_missing_co2e ON public.activities USING btree (lab_id, year) WHERE (co2e_kg IS NULL);
CREATE INDEX ix_activities_sort_newest ON public.activities USING btree (lab_id, activity_type, category, date DESC, id);
CREATE INDEX ix_audit_logs_entity_id_id ON public.audit_logs USING btree (entity_id, id);
CREATE INDEX ix_audit_logs_lab_id_id ON public.audit_logs USING btree (lab_id, id);
CREATE INDEX ix_audit_logs_user_id_id ON public.audit_logs USING btree (user_id, id);
CREATE INDEX ix_custom_factors_lab_id ON public.custom_factors USING btree (lab_id);
CREATE INDEX ix_emission_factors_factor_type_category_subcategory ON public.emission_factors USING btree (factor_type, category, subcategory);
CREATE INDEX ix_emission_factors_search ON public.emission_factors USING gin (search);
CREATE INDEX ix_import_jobs_lab_id_file_sha256 ON public.import_jobs USING btree (lab_id, file_sha256);
CREATE INDEX ix_import_jobs_lab_newest ON public.import_jobs USING btree (lab_id, created_at DESC, id);
CREATE INDEX ix_import_jobs_open ON public.import_jobs USING btree (status, created_at DESC) WHERE ((status)::text <> 'completed'::text);
CREATE INDEX ix_import_jobs_pending ON public.import_jobs USING btree (xact) WHERE (NOT settled);
CREATE INDEX ix_import_rows_fingerprint ON public.import_rows USING btree (lab_id, fingerprint) WHERE (fingerprint IS NOT NULL);
CREATE INDEX ix_import_rows_worklist ON public.import_rows USING btree (import_job_id, row_number) WHERE ((status)::text = 'error'::text);
CREATE INDEX ix_laboratories_faculty ON public.laboratories USING btree (faculty);
CREATE INDEX ix_laboratories_members ON public.laboratories USING gin (members);
CREATE INDEX ix_laboratories_search ON public.laboratories USING gin (search);
CREATE INDEX ix_purchase_factors_purchase_code ON public.purchase_factors USING btree (purchase_code);
CREATE INDEX ix_results_year_lab_id ON public.results USING btree (year, lab_id);
CREATE INDEX ix_travel_factors_mode_haul_cabin_class_country ON public.travel_factors USING btree (mode, haul, cabin_class, country);
CREATE INDEX ix_user_roles_lab_id ON public.user_roles USING btree (lab_id);
CREATE UNIQUE INDEX uq_laboratories_code_folded ON public.laboratories USING btree (lower((code)::text));
CREATE TRIGGER audit_delete AFTER DELETE ON public.activities REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.audit_activities_deleted();
CREATE TRIGGER audit_delete AFTER DELETE ON public.custom_factors REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('id');
CREATE TRIGGER audit_delete AFTER DELETE ON public.emission_factors REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('id');
CREATE TRIGGER audit_delete AFTER DELETE ON public.energy_factors REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('id');
CREATE TRIGGER audit_delete AFTER DELETE ON public.exchange_rates REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('currency', 'year');
CREATE TRIGGER audit_delete AFTER DELETE ON public.import_jobs REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('id');
CREATE TRIGGER audit_delete AFTER DELETE ON public.import_rows REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.audit_rows_deleted();
CREATE TRIGGER audit_delete AFTER DELETE ON public.laboratories REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('id');
CREATE TRIGGER audit_delete AFTER DELETE ON public.published_years REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('lab_id', 'year');
CREATE TRIGGER audit_delete AFTER DELETE ON public.purchase_factors REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('id');
CREATE TRIGGER audit_delete AFTER DELETE ON public.schema_compat REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('single_row');
CREATE TRIGGER audit_delete AFTER DELETE ON public.travel_factors REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('id');
CREATE TRIGGER audit_delete AFTER DELETE ON public.user_roles REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('user_id', 'lab_id');
CREATE TRIGGER audit_delete AFTER DELETE ON public.users REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.audit_deleted('id');
CREATE TRIGGER audit_insert AFTER INSERT ON public.activities REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.audit_activities_inserted();
CREATE TRIGGER audit_insert AFTER INSERT ON public.custom_factors REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('id');
CREATE TRIGGER audit_insert AFTER INSERT ON public.emission_factors REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('id');
CREATE TRIGGER audit_insert AFTER INSERT ON public.energy_factors REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('id');
CREATE TRIGGER audit_insert AFTER INSERT ON public.exchange_rates REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('currency', 'year');
CREATE TRIGGER audit_insert AFTER INSERT ON public.import_rows REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.audit_rows_inserted();
CREATE TRIGGER audit_insert AFTER INSERT ON public.laboratories REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('id');
CREATE TRIGGER audit_insert AFTER INSERT ON public.published_years REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('lab_id', 'year');
CREATE TRIGGER audit_insert AFTER INSERT ON public.purchase_factors REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('id');
CREATE TRIGGER audit_insert AFTER INSERT ON public.schema_compat REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('single_row');
CREATE TRIGGER audit_insert AFTER INSERT ON public.travel_factors REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('id');
CREATE TRIGGER audit_insert AFTER INSERT ON public.user_roles REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('user_id', 'lab_id');
CREATE TRIGGER audit_insert AFTER INSERT ON public.users REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.audit_inserted('id');
CREATE TRIGGER audit_update AFTER UPDATE ON public.activities REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.audit_activities_updated();
CREATE TRIGGER audit_update AFTER UPDATE ON public.custom_factors FOR EACH ROW EXECUTE FUNCTION public.audit_updated('id');
CREATE TRIGGER audit_update AFTER UPDATE ON public.emission_factors FOR EACH ROW EXECUTE FUNCTION public.audit_updated('id');
CREATE TRIGGER audit_update AFTER UPDATE ON public.energy_factors FOR EACH ROW EXECUTE FUNCTION public.audit_updated('id');
CREATE TRIGGER audit_update AFTER UPDATE ON public.exchange_rates FOR EACH ROW EXECUTE FUNCTION public.audit_updated('currency', 'year');
CREATE TRIGGER audit_update AFTER UPDATE ON public.import_jobs FOR EACH ROW WHEN (old.settled) EXECUTE FUNCTION public.audit_updated('id');
CREATE TRIGGER audit_update AFTER UPDATE ON public.import_rows FOR EACH ROW EXECUTE FUNCTION public.audit_updated('id');
CREATE TRIGGER audit_update AFTER UPDATE ON public.laboratories FOR EACH ROW EXECUTE FUNCTION public.audit_updated('id');
CREATE TRIGGER audit_update AFTER UPDATE ON public.published_years FOR EACH ROW EXECUTE FUNCTION public.audit_updated('lab_id', 'year');
CREATE TRIGGER audit_update AFTER UPDATE ON public.purchase_factors FOR EACH ROW EXECUTE FUNCTION public.audit_updated('id');
CREATE TRIGGER audit_update AFTER UPDATE ON public.schema_compat FOR EACH ROW EXECUTE FUNCTION public.audit_updated('single_row');
CREATE TRIGGER audit_update AFTER UPDATE ON public.travel_factors FOR EACH ROW EXECUTE FUNCTION public.audit_updated('id');
CREATE TRIGGER audit_update AFTER UPDATE ON public.user_roles FOR EACH ROW EXECUTE FUNCTION public.audit_updated('user_id', 'lab_id');
CREATE TRIGGER audit_update AFTER UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.audit_updated('id');
CREATE TRIGGER check_stamps AFTER INSERT ON public.activities REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.check_activity_stamps();
CREATE TRIGGER keep_roles AFTER INSERT OR DELETE OR UPDATE ON public.user_roles FOR EACH ROW EXECUTE FUNCTION public.keep_user_roles();
CREATE TRIGGER published_delete AFTER DELETE ON public.activities REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.published_after_delete();
CREATE TRIGGER published_insert AFTER INSERT ON public.activities REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.published_after_insert();
CREATE TRIGGER published_update AFTER UPDATE ON public.activities REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.published_after_update();
CREATE TRIGGER results_delete AFTER DELETE ON public.activities REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.results_after_delete();
CREATE TRIGGER results_insert AFTER INSERT ON public.activities REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.results_after_insert();
CREATE TRIGGER results_update AFTER UPDATE ON public.activities REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.results_after_update();
CREATE CONSTRAINT TRIGGER settle_import AFTER INSERT ON public.import_jobs DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.settle_import();
CREATE TRIGGER stamp BEFORE UPDATE ON public.emission_factors FOR EACH ROW EXECUTE FUNCTION public.stamp_factor();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.import_jobs FOR EACH ROW EXECUTE FUNCTION public.stamp_import_job();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.laboratories FOR EACH ROW EXECUTE FUNCTION public.stamp_laboratory();
CREATE TRIGGER stamp BEFORE INSERT ON public.published_years FOR EACH ROW EXECUTE FUNCTION public.stamp_published_year();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.user_roles FOR EACH ROW EXECUTE FUNCTION public.stamp_role_grant();
CREATE TRIGGER stamp BEFORE UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.stamp_user();
CREATE TRIGGER stamp_insert BEFORE INSERT ON public.activities FOR EACH ROW WHEN ((new.created_by IS NULL)) EXECUTE FUNCTION public.stamp_activity();
CREATE TRIGGER stamp_update BEFORE UPDATE ON public.activities FOR EACH ROW EXECUTE FUNCTION public.stamp_activity_update();
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON public.activities FOR EACH STATEMENT EXECUTE FUNCTION public.tell_of_change();
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON public.emission_factors FOR EACH STATEMENT EXECUTE FUNCTION public.tell_of_change();
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON public.import_jobs FOR EACH STATEMENT EXECUTE FUNCTION public.tell_of_change();
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON public.laboratories FOR EACH STATEMENT EXECUTE FUNCTION public.tell_of_change();
ALTER TABLE ONLY public.activities
    ADD CONSTRAINT fk_activities_created_by FOREIGN KEY (created_by) REFERENCES public.users(id);
ALTER TABLE ONLY public.activities
    ADD CONSTRAINT fk_activities_emission_factor_id FOREIGN KEY (emission_factor_id) REFERENCES public.emission_factors(id);
ALTER TABLE ONLY public.activities
    ADD CONSTRAINT fk_activities_import_row_id FOREIGN KEY (import_row_id) REFERENCES public.import_rows(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.activities
    ADD CONSTRAINT fk_activities_lab_id FOREIGN KEY (lab_id) REFERENCES public.laboratories(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.activities
    ADD CONSTRAINT fk_activities_updated_by FOREIGN KEY (updated_by) REFERENCES public.users(id);
ALTER TABLE ONLY public.column_mappings
    ADD CONSTRAINT fk_column_mappings_lab_id FOREIGN KEY (lab_id) REFERENCES public.laboratories(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.custom_factors
    ADD CONSTRAINT fk_custom_factors_id FOREIGN KEY (id) REFERENCES public.emission_factors(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.custom_factors
    ADD CONSTRAINT fk_custom_factors_lab_id FOREIGN KEY (lab_id) REFERENCES public.laboratories(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.energy_factors
    ADD CONSTRAINT fk_energy_factors_id FOREIGN KEY (id) REFERENCES public.emission_factors(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.import_jobs
    ADD CONSTRAINT fk_import_jobs_lab_id FOREIGN KEY (lab_id) REFERENCES public.laboratories(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.import_jobs
    ADD CONSTRAINT fk_import_jobs_uploader_id FOREIGN KEY (uploader_id) REFERENCES public.users(id);
ALTER TABLE ONLY public.import_rows
    ADD CONSTRAINT fk_import_rows_import_job_id_lab_id FOREIGN KEY (import_job_id, lab_id) REFERENCES public.import_jobs(id, lab_id) ON DELETE CASCADE;
ALTER TABLE ONLY public.laboratories
    ADD CONSTRAINT fk_laboratories_created_by FOREIGN KEY (created_by) REFERENCES public.users(id);
ALTER TABLE ONLY public.published_years
    ADD CONSTRAINT fk_published_years_lab_id FOREIGN KEY (lab_id) REFERENCES public.laboratories(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.published_years
    ADD CONSTRAINT fk_published_years_published_by FOREIGN KEY (published_by) REFERENCES public.users(id);
ALTER TABLE ONLY public.purchase_factors
    ADD CONSTRAINT fk_purchase_factors_id FOREIGN KEY (id) REFERENCES public.emission_factors(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.results
    ADD CONSTRAINT fk_results_lab_id FOREIGN KEY (lab_id) REFERENCES public.laboratories(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.travel_factors
    ADD CONSTRAINT fk_travel_factors_id FOREIGN KEY (id) REFERENCES public.emission_factors(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.user_roles
    ADD CONSTRAINT fk_user_roles_granted_by FOREIGN KEY (granted_by) REFERENCES public.users(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.user_roles
    ADD CONSTRAINT fk_user_roles_lab_id FOREIGN KEY (lab_id) REFERENCES public.laboratories(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.user_roles
    ADD CONSTRAINT fk_user_roles_user_id FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.value_mappings
    ADD CONSTRAINT fk_value_mappings_lab_id FOREIGN KEY (lab_id) REFERENCES public.laboratories(id) ON DELETE CASCADE;
ALTER TABLE public.activities ENABLE ROW LEVEL SECURITY;
CREATE POLICY admin_all ON public.activities TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY admin_all ON public.column_mappings TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY admin_all ON public.custom_factors TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY admin_all ON public.emission_factors TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY admin_all ON public.energy_factors TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY admin_all ON public.exchange_rates TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY admin_all ON public.import_jobs TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY admin_all ON public.import_rows TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY admin_all ON public.laboratories TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY admin_all ON public.published_years TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY admin_all ON public.purchase_factors TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY admin_all ON public.schema_compat TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY admin_all ON public.travel_factors TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY admin_all ON public.user_roles TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY admin_all ON public.users TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY admin_all ON public.value_mappings TO co2calculator_admin USING (true) WITH CHECK (true);
CREATE POLICY admin_select ON public.alembic_version FOR SELECT TO co2calculator_admin USING (true);
CREATE POLICY admin_select ON public.audit_seals FOR SELECT TO co2calculator_admin USING (true);
CREATE POLICY admin_select ON public.results FOR SELECT TO co2calculator_admin USING (true);
ALTER TABLE public.alembic_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY app_delete ON public.activities FOR DELETE TO co2calculator_app USING ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[])));
CREATE POLICY app_delete ON public.column_mappings FOR DELETE TO co2calculator_app USING ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[])));
CREATE POLICY app_delete ON public.custom_factors FOR DELETE TO co2calculator_app USING ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[])));
CREATE POLICY app_delete ON public.emission_factors FOR DELETE TO co2calculator_app USING ((((factor_type)::text = 'custom'::text) AND (id IN ( SELECT c.id
   FROM public.custom_factors c
  WHERE (c.lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[]))))));
CREATE POLICY app_delete ON public.value_mappings FOR DELETE TO co2calculator_app USING ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[])));
CREATE POLICY app_delete_own ON public.activities FOR DELETE TO co2calculator_app USING (((created_by = ( SELECT authz.me() AS me)) AND (lab_id = ANY (( SELECT authz.my_labs('lab_member'::text) AS my_labs)::uuid[]))));
CREATE POLICY app_insert ON public.activities FOR INSERT TO co2calculator_app WITH CHECK ((lab_id = ANY (( SELECT authz.my_labs('lab_member'::text) AS my_labs)::uuid[])));
CREATE POLICY app_insert ON public.column_mappings FOR INSERT TO co2calculator_app WITH CHECK ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[])));
CREATE POLICY app_insert ON public.custom_factors FOR INSERT TO co2calculator_app WITH CHECK ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[])));
CREATE POLICY app_insert ON public.emission_factors FOR INSERT TO co2calculator_app WITH CHECK ((((factor_type)::text = 'custom'::text) AND (( SELECT authz.my_labs('lab_manager'::text) AS my_labs) <> '{}'::uuid[])));
CREATE POLICY app_insert ON public.import_jobs FOR INSERT TO co2calculator_app WITH CHECK ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[])));
CREATE POLICY app_insert ON public.import_rows FOR INSERT TO co2calculator_app WITH CHECK ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[])));
CREATE POLICY app_insert ON public.published_years FOR INSERT TO co2calculator_app WITH CHECK ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[])));
CREATE POLICY app_insert ON public.value_mappings FOR INSERT TO co2calculator_app WITH CHECK ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[])));
CREATE POLICY app_select ON public.activities FOR SELECT TO co2calculator_app USING ((lab_id = ANY (( SELECT authz.my_labs('viewer'::text) AS my_labs)::uuid[])));
CREATE POLICY app_select ON public.alembic_version FOR SELECT TO co2calculator_app USING (true);
CREATE POLICY app_select ON public.audit_seals FOR SELECT TO co2calculator_app USING (true);
CREATE POLICY app_select ON public.column_mappings FOR SELECT TO co2calculator_app USING ((lab_id = ANY (( SELECT authz.my_labs('viewer'::text) AS my_labs)::uuid[])));
CREATE POLICY app_select ON public.custom_factors FOR SELECT TO co2calculator_app USING (((lab_id IS NULL) OR (lab_id = ANY (( SELECT authz.my_labs('viewer'::text) AS my_labs)::uuid[]))));
CREATE POLICY app_select ON public.emission_factors FOR SELECT TO co2calculator_app USING ((((factor_type)::text <> 'custom'::text) OR (id IN ( SELECT c.id
   FROM public.custom_factors c))));
CREATE POLICY app_select ON public.energy_factors FOR SELECT TO co2calculator_app USING (true);
CREATE POLICY app_select ON public.exchange_rates FOR SELECT TO co2calculator_app USING (true);
CREATE POLICY app_select ON public.import_jobs FOR SELECT TO co2calculator_app USING ((lab_id = ANY (( SELECT authz.my_labs('viewer'::text) AS my_labs)::uuid[])));
CREATE POLICY app_select ON public.import_rows FOR SELECT TO co2calculator_app USING ((lab_id = ANY (( SELECT authz.my_labs('viewer'::text) AS my_labs)::uuid[])));
CREATE POLICY app_select ON public.laboratories FOR SELECT TO co2calculator_app USING ((id = ANY (( SELECT authz.my_labs('viewer'::text) AS my_labs)::uuid[])));
CREATE POLICY app_select ON public.published_years FOR SELECT TO co2calculator_app USING ((lab_id = ANY (( SELECT authz.my_labs('viewer'::text) AS my_labs)::uuid[])));
CREATE POLICY app_select ON public.purchase_factors FOR SELECT TO co2calculator_app USING (true);
CREATE POLICY app_select ON public.results FOR SELECT TO co2calculator_app USING ((lab_id = ANY (( SELECT authz.my_labs('viewer'::text) AS my_labs)::uuid[])));
CREATE POLICY app_select ON public.schema_compat FOR SELECT TO co2calculator_app USING (true);
CREATE POLICY app_select ON public.travel_factors FOR SELECT TO co2calculator_app USING (true);
CREATE POLICY app_select ON public.user_roles FOR SELECT TO co2calculator_app USING (((user_id = ( SELECT authz.me() AS me)) OR (lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[]))));
CREATE POLICY app_select ON public.users FOR SELECT TO co2calculator_app USING (true);
CREATE POLICY app_select ON public.value_mappings FOR SELECT TO co2calculator_app USING ((lab_id = ANY (( SELECT authz.my_labs('viewer'::text) AS my_labs)::uuid[])));
CREATE POLICY app_update ON public.activities FOR UPDATE TO co2calculator_app USING ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[]))) WITH CHECK ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[])));
CREATE POLICY app_update ON public.column_mappings FOR UPDATE TO co2calculator_app USING ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[]))) WITH CHECK ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[])));
CREATE POLICY app_update ON public.custom_factors FOR UPDATE TO co2calculator_app USING ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[]))) WITH CHECK ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[])));
CREATE POLICY app_update ON public.emission_factors FOR UPDATE TO co2calculator_app USING ((((factor_type)::text = 'custom'::text) AND (id IN ( SELECT c.id
   FROM public.custom_factors c
  WHERE (c.lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[])))))) WITH CHECK ((((factor_type)::text = 'custom'::text) AND (id IN ( SELECT c.id
   FROM public.custom_factors c
  WHERE (c.lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[]))))));
CREATE POLICY app_update ON public.import_jobs FOR UPDATE TO co2calculator_app USING ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[]))) WITH CHECK ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[])));
CREATE POLICY app_update ON public.import_rows FOR UPDATE TO co2calculator_app USING ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[]))) WITH CHECK ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[])));
CREATE POLICY app_update ON public.laboratories FOR UPDATE TO co2calculator_app USING ((id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[]))) WITH CHECK ((id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[])));
CREATE POLICY app_update ON public.value_mappings FOR UPDATE TO co2calculator_app USING ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[]))) WITH CHECK ((lab_id = ANY (( SELECT authz.my_labs('lab_manager'::text) AS my_labs)::uuid[])));
CREATE POLICY app_update_own ON public.activities FOR UPDATE TO co2calculator_app USING (((created_by = ( SELECT authz.me() AS me)) AND (lab_id = ANY (( SELECT authz.my_labs('lab_member'::text) AS my_labs)::uuid[])))) WITH CHECK (((created_by = ( SELECT authz.me() AS me)) AND (lab_id = ANY (( SELECT authz.my_labs('lab_member'::text) AS my_labs)::uuid[]))));
ALTER TABLE public.audit_logs ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.audit_seals ENABLE ROW LEVEL SECURITY;
CREATE POLICY authz_select ON public.laboratories FOR SELECT TO co2calculator_authz USING (true);
CREATE POLICY authz_select ON public.user_roles FOR SELECT TO co2calculator_authz USING (true);
CREATE POLICY authz_select ON public.users FOR SELECT TO co2calculator_authz USING (true);
ALTER TABLE public.column_mappings ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.custom_factors ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.emission_factors ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.energy_factors ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.exchange_rates ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.import_jobs ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.import_rows ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.laboratories ENABLE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public.activities TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public.alembic_version TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public.audit_logs TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public.audit_seals TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public.column_mappings TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public.custom_factors TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public.emission_factors TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public.energy_factors TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public.exchange_rates TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public.import_jobs TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public.import_rows TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public.laboratories TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public.published_years TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public.purchase_factors TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public.results TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public.schema_compat TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public.travel_factors TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public.user_roles TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public.users TO co2calculator_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public.value_mappings TO co2calculator_owner USING (true) WITH CHECK (true);
ALTER TABLE public.published_years ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.purchase_factors ENABLE ROW LEVEL SECURITY;
CREATE POLICY readonly_select ON public.activities FOR SELECT TO co2calculator_readonly USING (true);
CREATE POLICY readonly_select ON public.alembic_version FOR SELECT TO co2calculator_readonly USING (true);
CREATE POLICY readonly_select ON public.audit_seals FOR SELECT TO co2calculator_readonly USING (true);
CREATE POLICY readonly_select ON public.custom_factors FOR SELECT TO co2calculator_readonly USING (true);
CREATE POLICY readonly_select ON public.emission_factors FOR SELECT TO co2calculator_readonly USING (true);
CREATE POLICY readonly_select ON public.energy_factors FOR SELECT TO co2calculator_readonly USING (true);
CREATE POLICY readonly_select ON public.exchange_rates FOR SELECT TO co2calculator_readonly USING (true);
CREATE POLICY readonly_select ON public.import_jobs FOR SELECT TO co2calculator_readonly USING (true);
CREATE POLICY readonly_select ON public.laboratories FOR SELECT TO co2calculator_readonly USING (true);
CREATE POLICY readonly_select ON public.published_years FOR SELECT TO co2calculator_readonly USING (true);
CREATE POLICY readonly_select ON public.purchase_factors FOR SELECT TO co2calculator_readonly USING (true);
CREATE POLICY readonly_select ON public.results FOR SELECT TO co2calculator_readonly USING (true);
CREATE POLICY readonly_select ON public.schema_compat FOR SELECT TO co2calculator_readonly USING (true);
CREATE POLICY readonly_select ON public.travel_factors FOR SELECT TO co2calculator_readonly USING (true);
CREATE POLICY readonly_select ON public.users FOR SELECT TO co2calculator_readonly USING (true);
ALTER TABLE public.results ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.schema_compat ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.travel_factors ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.user_roles ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.users ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.value_mappings ENABLE ROW LEVEL SECURITY;
REVOKE CONNECT,TEMPORARY ON DATABASE co2desk FROM PUBLIC;
GRANT CONNECT,TEMPORARY ON DATABASE co2desk TO co2calculator_app;
GRANT CONNECT,TEMPORARY ON DATABASE co2desk TO co2calculator_admin;
GRANT CONNECT ON DATABASE co2desk TO co2calculator_readonly;
GRANT CONNECT ON DATABASE co2desk TO co2calculator_backup;
GRANT CONNECT ON DATABASE co2desk TO co2calculator_migrator;
GRANT USAGE ON SCHEMA authz TO co2calculator_authz;
GRANT USAGE ON SCHEMA authz TO co2calculator_app;
GRANT USAGE ON SCHEMA authz TO co2calculator_admin;
GRANT USAGE ON SCHEMA authz TO co2calculator_readonly;
GRANT USAGE ON SCHEMA authz TO co2calculator_backup;
REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO co2calculator_authz;
GRANT USAGE ON SCHEMA public TO co2calculator_app;
GRANT USAGE ON SCHEMA public TO co2calculator_admin;
GRANT USAGE ON SCHEMA public TO co2calculator_readonly;
GRANT USAGE ON SCHEMA public TO co2calculator_backup;
REVOKE ALL ON FUNCTION authz.me() FROM PUBLIC;
GRANT ALL ON FUNCTION authz.me() TO co2calculator_owner;
GRANT ALL ON FUNCTION authz.me() TO co2calculator_app;
GRANT ALL ON FUNCTION authz.me() TO co2calculator_admin;
GRANT ALL ON FUNCTION authz.me() TO co2calculator_readonly;
REVOKE ALL ON FUNCTION authz.my_labs(at_least text) FROM PUBLIC;
GRANT ALL ON FUNCTION authz.my_labs(at_least text) TO co2calculator_owner;
GRANT ALL ON FUNCTION authz.my_labs(at_least text) TO co2calculator_app;
GRANT ALL ON FUNCTION authz.my_labs(at_least text) TO co2calculator_admin;
GRANT ALL ON FUNCTION authz.my_labs(at_least text) TO co2calculator_readonly;
REVOKE ALL ON FUNCTION pg_catalog.lo_creat(integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_create(oid) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_from_bytea(oid, bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_put(oid, bigint, bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION public.audit_activities_deleted() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.audit_activities_inserted() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.audit_activities_updated() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.audit_deleted() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.audit_digest(after_id bigint, up_to bigint, previous bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION public.audit_inserted() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.audit_page(lab uuid, who text, of_entity text, of_id text, words text, since timestamp with time zone, until timestamp with time zone, before_id bigint, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.audit_page(lab uuid, who text, of_entity text, of_id text, words text, since timestamp with time zone, until timestamp with time zone, before_id bigint, at_most integer) TO co2calculator_admin;
REVOKE ALL ON FUNCTION public.audit_rows_deleted() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.audit_rows_inserted() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.audit_trail(of_entity text, of_id text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.audit_trail(of_entity text, of_id text) TO co2calculator_app;
GRANT ALL ON FUNCTION public.audit_trail(of_entity text, of_id text) TO co2calculator_admin;
REVOKE ALL ON FUNCTION public.audit_updated() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.check_activity_stamps() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.f_unaccent(words text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.f_unaccent(words text) TO co2calculator_app;
GRANT ALL ON FUNCTION public.f_unaccent(words text) TO co2calculator_admin;
GRANT ALL ON FUNCTION public.f_unaccent(words text) TO co2calculator_readonly;
GRANT ALL ON FUNCTION public.f_unaccent(words text) TO co2calculator_backup;
REVOKE ALL ON FUNCTION public.keep_user_roles() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.pending_imports() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.plain_words(words text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.plain_words(words text) TO co2calculator_app;
GRANT ALL ON FUNCTION public.plain_words(words text) TO co2calculator_admin;
GRANT ALL ON FUNCTION public.plain_words(words text) TO co2calculator_readonly;
GRANT ALL ON FUNCTION public.plain_words(words text) TO co2calculator_backup;
REVOKE ALL ON FUNCTION public.published_after_delete() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.published_after_insert() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.published_after_update() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.rebuild_results() FROM PUBLIC;
GRANT ALL ON FUNCTION public.rebuild_results() TO co2calculator_admin;
REVOKE ALL ON FUNCTION public.refuse_published(labs uuid[], years integer[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION public.results_after_delete() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.results_after_insert() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.results_after_update() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.seal_audit(batch integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.seal_audit(batch integer) TO co2calculator_app;
GRANT ALL ON FUNCTION public.seal_audit(batch integer) TO co2calculator_admin;
REVOKE ALL ON FUNCTION public.search_query(words text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.search_query(words text) TO co2calculator_app;
GRANT ALL ON FUNCTION public.search_query(words text) TO co2calculator_admin;
GRANT ALL ON FUNCTION public.search_query(words text) TO co2calculator_readonly;
GRANT ALL ON FUNCTION public.search_query(words text) TO co2calculator_backup;
REVOKE ALL ON FUNCTION public.search_words(words text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.search_words(words text) TO co2calculator_app;
GRANT ALL ON FUNCTION public.search_words(words text) TO co2calculator_admin;
GRANT ALL ON FUNCTION public.search_words(words text) TO co2calculator_readonly;
GRANT ALL ON FUNCTION public.search_words(words text) TO co2calculator_backup;
REVOKE ALL ON FUNCTION public.settle_import() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.stamp_activity() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.stamp_activity_update() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.stamp_factor() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.stamp_import_job() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.stamp_laboratory() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.stamp_published_year() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.stamp_role_grant() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.stamp_user() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.tell_of_change() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.verify_audit() FROM PUBLIC;
GRANT ALL ON FUNCTION public.verify_audit() TO co2calculator_app;
GRANT ALL ON FUNCTION public.verify_audit() TO co2calculator_admin;
GRANT SELECT,DELETE ON TABLE public.activities TO co2calculator_app;
GRANT SELECT,DELETE ON TABLE public.activities TO co2calculator_admin;
GRANT SELECT ON TABLE public.activities TO co2calculator_readonly;
GRANT INSERT(id) ON TABLE public.activities TO co2calculator_app;
GRANT INSERT(id) ON TABLE public.activities TO co2calculator_admin;
GRANT INSERT(lab_id) ON TABLE public.activities TO co2calculator_app;
GRANT INSERT(lab_id) ON TABLE public.activities TO co2calculator_admin;
GRANT INSERT(import_row_id) ON TABLE public.activities TO co2calculator_app;
GRANT INSERT(import_row_id) ON TABLE public.activities TO co2calculator_admin;
GRANT INSERT(activity_type),UPDATE(activity_type) ON TABLE public.activities TO co2calculator_app;
GRANT INSERT(activity_type),UPDATE(activity_type) ON TABLE public.activities TO co2calculator_admin;
GRANT INSERT(category),UPDATE(category) ON TABLE public.activities TO co2calculator_app;
GRANT INSERT(category),UPDATE(category) ON TABLE public.activities TO co2calculator_admin;
GRANT INSERT(subcategory),UPDATE(subcategory) ON TABLE public.activities TO co2calculator_app;
GRANT INSERT(subcategory),UPDATE(subcategory) ON TABLE public.activities TO co2calculator_admin;
GRANT INSERT(quantity),UPDATE(quantity) ON TABLE public.activities TO co2calculator_app;
GRANT INSERT(quantity),UPDATE(quantity) ON TABLE public.activities TO co2calculator_admin;
GRANT INSERT(unit),UPDATE(unit) ON TABLE public.activities TO co2calculator_app;
GRANT INSERT(unit),UPDATE(unit) ON TABLE public.activities TO co2calculator_admin;
GRANT INSERT(emission_factor_id),UPDATE(emission_factor_id) ON TABLE public.activities TO co2calculator_app;
GRANT INSERT(emission_factor_id),UPDATE(emission_factor_id) ON TABLE public.activities TO co2calculator_admin;
GRANT INSERT(co2e_kg),UPDATE(co2e_kg) ON TABLE public.activities TO co2calculator_app;
GRANT INSERT(co2e_kg),UPDATE(co2e_kg) ON TABLE public.activities TO co2calculator_admin;
GRANT INSERT(date),UPDATE(date) ON TABLE public.activities TO co2calculator_app;
GRANT INSERT(date),UPDATE(date) ON TABLE public.activities TO co2calculator_admin;
GRANT INSERT(note),UPDATE(note) ON TABLE public.activities TO co2calculator_app;
GRANT INSERT(note),UPDATE(note) ON TABLE public.activities TO co2calculator_admin;
GRANT INSERT(attributes),UPDATE(attributes) ON TABLE public.activities TO co2calculator_app;
GRANT INSERT(attributes),UPDATE(attributes) ON TABLE public.activities TO co2calculator_admin;
GRANT INSERT(co2e_source),UPDATE(co2e_source) ON TABLE public.activities TO co2calculator_app;
GRANT INSERT(co2e_source),UPDATE(co2e_source) ON TABLE public.activities TO co2calculator_admin;
GRANT INSERT(factor_value),UPDATE(factor_value) ON TABLE public.activities TO co2calculator_app;
GRANT INSERT(factor_value),UPDATE(factor_value) ON TABLE public.activities TO co2calculator_admin;
GRANT INSERT(created_by) ON TABLE public.activities TO co2calculator_app;
GRANT INSERT(created_by) ON TABLE public.activities TO co2calculator_admin;
GRANT INSERT(version) ON TABLE public.activities TO co2calculator_app;
GRANT INSERT(version) ON TABLE public.activities TO co2calculator_admin;
GRANT SELECT ON TABLE public.alembic_version TO co2calculator_app;
GRANT SELECT ON TABLE public.alembic_version TO co2calculator_admin;
GRANT SELECT ON TABLE public.alembic_version TO co2calculator_readonly;
GRANT SELECT ON TABLE public.audit_seals TO co2calculator_app;
GRANT SELECT ON TABLE public.audit_seals TO co2calculator_admin;
GRANT SELECT ON TABLE public.audit_seals TO co2calculator_readonly;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.column_mappings TO co2calculator_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.column_mappings TO co2calculator_admin;
GRANT SELECT,INSERT,DELETE ON TABLE public.custom_factors TO co2calculator_app;
GRANT SELECT,INSERT,DELETE ON TABLE public.custom_factors TO co2calculator_admin;
GRANT SELECT ON TABLE public.custom_factors TO co2calculator_readonly;
GRANT UPDATE(justification) ON TABLE public.custom_factors TO co2calculator_app;
GRANT UPDATE(justification) ON TABLE public.custom_factors TO co2calculator_admin;
GRANT SELECT,DELETE ON TABLE public.emission_factors TO co2calculator_app;
GRANT SELECT,DELETE ON TABLE public.emission_factors TO co2calculator_admin;
GRANT SELECT ON TABLE public.emission_factors TO co2calculator_readonly;
GRANT INSERT(id) ON TABLE public.emission_factors TO co2calculator_app;
GRANT INSERT(id) ON TABLE public.emission_factors TO co2calculator_admin;
GRANT INSERT(code),UPDATE(code) ON TABLE public.emission_factors TO co2calculator_app;
GRANT INSERT(code),UPDATE(code) ON TABLE public.emission_factors TO co2calculator_admin;
GRANT INSERT(name),UPDATE(name) ON TABLE public.emission_factors TO co2calculator_app;
GRANT INSERT(name),UPDATE(name) ON TABLE public.emission_factors TO co2calculator_admin;
GRANT INSERT(category),UPDATE(category) ON TABLE public.emission_factors TO co2calculator_app;
GRANT INSERT(category),UPDATE(category) ON TABLE public.emission_factors TO co2calculator_admin;
GRANT INSERT(subcategory),UPDATE(subcategory) ON TABLE public.emission_factors TO co2calculator_app;
GRANT INSERT(subcategory),UPDATE(subcategory) ON TABLE public.emission_factors TO co2calculator_admin;
GRANT INSERT(value),UPDATE(value) ON TABLE public.emission_factors TO co2calculator_app;
GRANT INSERT(value),UPDATE(value) ON TABLE public.emission_factors TO co2calculator_admin;
GRANT INSERT(unit),UPDATE(unit) ON TABLE public.emission_factors TO co2calculator_app;
GRANT INSERT(unit),UPDATE(unit) ON TABLE public.emission_factors TO co2calculator_admin;
GRANT INSERT(source),UPDATE(source) ON TABLE public.emission_factors TO co2calculator_app;
GRANT INSERT(source),UPDATE(source) ON TABLE public.emission_factors TO co2calculator_admin;
GRANT INSERT(valid_from),UPDATE(valid_from) ON TABLE public.emission_factors TO co2calculator_app;
GRANT INSERT(valid_from),UPDATE(valid_from) ON TABLE public.emission_factors TO co2calculator_admin;
GRANT INSERT(valid_to),UPDATE(valid_to) ON TABLE public.emission_factors TO co2calculator_app;
GRANT INSERT(valid_to),UPDATE(valid_to) ON TABLE public.emission_factors TO co2calculator_admin;
GRANT INSERT(factor_type) ON TABLE public.emission_factors TO co2calculator_app;
GRANT INSERT(factor_type) ON TABLE public.emission_factors TO co2calculator_admin;
GRANT SELECT ON TABLE public.energy_factors TO co2calculator_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.energy_factors TO co2calculator_admin;
GRANT SELECT ON TABLE public.energy_factors TO co2calculator_readonly;
GRANT SELECT ON TABLE public.exchange_rates TO co2calculator_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.exchange_rates TO co2calculator_admin;
GRANT SELECT ON TABLE public.exchange_rates TO co2calculator_readonly;
GRANT SELECT ON TABLE public.import_jobs TO co2calculator_app;
GRANT SELECT ON TABLE public.import_jobs TO co2calculator_admin;
GRANT SELECT ON TABLE public.import_jobs TO co2calculator_readonly;
GRANT INSERT(id) ON TABLE public.import_jobs TO co2calculator_app;
GRANT INSERT(id) ON TABLE public.import_jobs TO co2calculator_admin;
GRANT INSERT(lab_id) ON TABLE public.import_jobs TO co2calculator_app;
GRANT INSERT(lab_id) ON TABLE public.import_jobs TO co2calculator_admin;
GRANT INSERT(filename) ON TABLE public.import_jobs TO co2calculator_app;
GRANT INSERT(filename) ON TABLE public.import_jobs TO co2calculator_admin;
GRANT INSERT(s3_key),UPDATE(s3_key) ON TABLE public.import_jobs TO co2calculator_app;
GRANT INSERT(s3_key),UPDATE(s3_key) ON TABLE public.import_jobs TO co2calculator_admin;
GRANT INSERT(status),UPDATE(status) ON TABLE public.import_jobs TO co2calculator_app;
GRANT INSERT(status),UPDATE(status) ON TABLE public.import_jobs TO co2calculator_admin;
GRANT INSERT(rows_total),UPDATE(rows_total) ON TABLE public.import_jobs TO co2calculator_app;
GRANT INSERT(rows_total),UPDATE(rows_total) ON TABLE public.import_jobs TO co2calculator_admin;
GRANT INSERT(rows_valid),UPDATE(rows_valid) ON TABLE public.import_jobs TO co2calculator_app;
GRANT INSERT(rows_valid),UPDATE(rows_valid) ON TABLE public.import_jobs TO co2calculator_admin;
GRANT INSERT(rows_error),UPDATE(rows_error) ON TABLE public.import_jobs TO co2calculator_app;
GRANT INSERT(rows_error),UPDATE(rows_error) ON TABLE public.import_jobs TO co2calculator_admin;
GRANT INSERT(completed_at),UPDATE(completed_at) ON TABLE public.import_jobs TO co2calculator_app;
GRANT INSERT(completed_at),UPDATE(completed_at) ON TABLE public.import_jobs TO co2calculator_admin;
GRANT INSERT(kind) ON TABLE public.import_jobs TO co2calculator_app;
GRANT INSERT(kind) ON TABLE public.import_jobs TO co2calculator_admin;
GRANT INSERT(reporting_year) ON TABLE public.import_jobs TO co2calculator_app;
GRANT INSERT(reporting_year) ON TABLE public.import_jobs TO co2calculator_admin;
GRANT INSERT(file_sha256) ON TABLE public.import_jobs TO co2calculator_app;
GRANT INSERT(file_sha256) ON TABLE public.import_jobs TO co2calculator_admin;
GRANT INSERT(column_mapping) ON TABLE public.import_jobs TO co2calculator_app;
GRANT INSERT(column_mapping) ON TABLE public.import_jobs TO co2calculator_admin;
GRANT INSERT(co2e_kg),UPDATE(co2e_kg) ON TABLE public.import_jobs TO co2calculator_app;
GRANT INSERT(co2e_kg),UPDATE(co2e_kg) ON TABLE public.import_jobs TO co2calculator_admin;
GRANT SELECT ON TABLE public.import_rows TO co2calculator_app;
GRANT SELECT ON TABLE public.import_rows TO co2calculator_admin;
GRANT INSERT(id) ON TABLE public.import_rows TO co2calculator_app;
GRANT INSERT(id) ON TABLE public.import_rows TO co2calculator_admin;
GRANT INSERT(import_job_id) ON TABLE public.import_rows TO co2calculator_app;
GRANT INSERT(import_job_id) ON TABLE public.import_rows TO co2calculator_admin;
GRANT INSERT(lab_id) ON TABLE public.import_rows TO co2calculator_app;
GRANT INSERT(lab_id) ON TABLE public.import_rows TO co2calculator_admin;
GRANT INSERT(row_number) ON TABLE public.import_rows TO co2calculator_app;
GRANT INSERT(row_number) ON TABLE public.import_rows TO co2calculator_admin;
GRANT INSERT(raw_data),UPDATE(raw_data) ON TABLE public.import_rows TO co2calculator_app;
GRANT INSERT(raw_data),UPDATE(raw_data) ON TABLE public.import_rows TO co2calculator_admin;
GRANT INSERT(validation_errors),UPDATE(validation_errors) ON TABLE public.import_rows TO co2calculator_app;
GRANT INSERT(validation_errors),UPDATE(validation_errors) ON TABLE public.import_rows TO co2calculator_admin;
GRANT INSERT(status),UPDATE(status) ON TABLE public.import_rows TO co2calculator_app;
GRANT INSERT(status),UPDATE(status) ON TABLE public.import_rows TO co2calculator_admin;
GRANT INSERT(fingerprint),UPDATE(fingerprint) ON TABLE public.import_rows TO co2calculator_app;
GRANT INSERT(fingerprint),UPDATE(fingerprint) ON TABLE public.import_rows TO co2calculator_admin;
GRANT SELECT ON TABLE public.laboratories TO co2calculator_app;
GRANT SELECT,DELETE ON TABLE public.laboratories TO co2calculator_admin;
GRANT SELECT ON TABLE public.laboratories TO co2calculator_readonly;
GRANT SELECT(id) ON TABLE public.laboratories TO co2calculator_authz;
GRANT INSERT(id) ON TABLE public.laboratories TO co2calculator_admin;
GRANT INSERT(code),UPDATE(code) ON TABLE public.laboratories TO co2calculator_admin;
GRANT UPDATE(name) ON TABLE public.laboratories TO co2calculator_app;
GRANT INSERT(name),UPDATE(name) ON TABLE public.laboratories TO co2calculator_admin;
GRANT UPDATE(faculty) ON TABLE public.laboratories TO co2calculator_app;
GRANT INSERT(faculty),UPDATE(faculty) ON TABLE public.laboratories TO co2calculator_admin;
GRANT UPDATE(members) ON TABLE public.laboratories TO co2calculator_app;
GRANT INSERT(members),UPDATE(members) ON TABLE public.laboratories TO co2calculator_admin;
GRANT UPDATE(archived_at) ON TABLE public.laboratories TO co2calculator_app;
GRANT INSERT(archived_at),UPDATE(archived_at) ON TABLE public.laboratories TO co2calculator_admin;
GRANT SELECT ON TABLE public.published_years TO co2calculator_app;
GRANT SELECT,DELETE ON TABLE public.published_years TO co2calculator_admin;
GRANT SELECT ON TABLE public.published_years TO co2calculator_readonly;
GRANT INSERT(lab_id) ON TABLE public.published_years TO co2calculator_app;
GRANT INSERT(lab_id) ON TABLE public.published_years TO co2calculator_admin;
GRANT INSERT(year) ON TABLE public.published_years TO co2calculator_app;
GRANT INSERT(year) ON TABLE public.published_years TO co2calculator_admin;
GRANT SELECT ON TABLE public.purchase_factors TO co2calculator_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.purchase_factors TO co2calculator_admin;
GRANT SELECT ON TABLE public.purchase_factors TO co2calculator_readonly;
GRANT SELECT ON TABLE public.results TO co2calculator_app;
GRANT SELECT ON TABLE public.results TO co2calculator_admin;
GRANT SELECT ON TABLE public.results TO co2calculator_readonly;
GRANT SELECT ON TABLE public.schema_compat TO co2calculator_app;
GRANT SELECT,UPDATE ON TABLE public.schema_compat TO co2calculator_admin;
GRANT SELECT ON TABLE public.schema_compat TO co2calculator_readonly;
GRANT SELECT ON TABLE public.travel_factors TO co2calculator_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.travel_factors TO co2calculator_admin;
GRANT SELECT ON TABLE public.travel_factors TO co2calculator_readonly;
GRANT SELECT ON TABLE public.user_roles TO co2calculator_app;
GRANT SELECT,DELETE ON TABLE public.user_roles TO co2calculator_admin;
GRANT INSERT(id) ON TABLE public.user_roles TO co2calculator_admin;
GRANT SELECT(user_id) ON TABLE public.user_roles TO co2calculator_authz;
GRANT INSERT(user_id) ON TABLE public.user_roles TO co2calculator_admin;
GRANT SELECT(lab_id) ON TABLE public.user_roles TO co2calculator_authz;
GRANT INSERT(lab_id) ON TABLE public.user_roles TO co2calculator_admin;
GRANT SELECT(role) ON TABLE public.user_roles TO co2calculator_authz;
GRANT INSERT(role),UPDATE(role) ON TABLE public.user_roles TO co2calculator_admin;
GRANT SELECT ON TABLE public.users TO co2calculator_admin;
GRANT SELECT(id) ON TABLE public.users TO co2calculator_authz;
GRANT SELECT(id) ON TABLE public.users TO co2calculator_app;
GRANT SELECT(id) ON TABLE public.users TO co2calculator_readonly;
GRANT INSERT(id) ON TABLE public.users TO co2calculator_admin;
GRANT INSERT(sciper),UPDATE(sciper) ON TABLE public.users TO co2calculator_admin;
GRANT INSERT(email),UPDATE(email) ON TABLE public.users TO co2calculator_admin;
GRANT SELECT(display_name) ON TABLE public.users TO co2calculator_app;
GRANT SELECT(display_name) ON TABLE public.users TO co2calculator_readonly;
GRANT INSERT(display_name),UPDATE(display_name) ON TABLE public.users TO co2calculator_admin;
GRANT SELECT(db_role) ON TABLE public.users TO co2calculator_authz;
GRANT INSERT(db_role),UPDATE(db_role) ON TABLE public.users TO co2calculator_admin;
GRANT SELECT(active) ON TABLE public.users TO co2calculator_authz;
GRANT INSERT(active),UPDATE(active) ON TABLE public.users TO co2calculator_admin;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.value_mappings TO co2calculator_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.value_mappings TO co2calculator_admin;
ALTER DEFAULT PRIVILEGES FOR ROLE co2calculator_owner REVOKE ALL ON TYPES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE co2calculator_owner REVOKE ALL ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE co2calculator_owner GRANT SELECT ON TABLES TO co2calculator_backup;
-- role: co2calculator_admin login f super f createrole f createdb f bypassrls f in {pg_monitor,pg_signal_backend}
-- role: co2calculator_app login f super f createrole f createdb f bypassrls f in {}
-- role: co2calculator_authz login f super f createrole f createdb f bypassrls f in {}
-- role: co2calculator_backup login t super f createrole f createdb f bypassrls t in {pg_read_all_data}
-- role: co2calculator_migrator login t super f createrole f createdb f bypassrls f in {co2calculator_owner}
-- role: co2calculator_owner login f super f createrole f createdb f bypassrls f in {co2calculator_authz}
-- role: co2calculator_readonly login f super f createrole f createdb f bypassrls f in {}
