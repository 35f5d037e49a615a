-- The words of a text, without accents and punctuation: what the columns `search` hold.
CREATE FUNCTION public.search_words(words text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN to_tsvector(
        'pg_catalog.simple'::regconfig,
        regexp_replace(public.f_unaccent(words), '[^[:alnum:]]+', ' ', 'g')
    );
