-- unaccent() alone is only STABLE, because its dictionary could be exchanged; named here, it is not.
-- The body is bound when it is created: no search_path can lead it elsewhere.
CREATE FUNCTION public.f_unaccent(words text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN public.unaccent('public.unaccent'::regdictionary, words);
