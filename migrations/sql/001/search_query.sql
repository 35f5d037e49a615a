-- What a person typed, as a query for `search`: every word must begin a word of the text.
CREATE FUNCTION public.search_query(words text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN (
        SELECT to_tsquery('pg_catalog.simple'::regconfig, string_agg(word || ':*', ' & '))
        FROM regexp_split_to_table(public.f_unaccent(words), '[^[:alnum:]]+') AS word
        WHERE word <> ''
    );
