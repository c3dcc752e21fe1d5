SET LOCAL check_function_bodies TO off;
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';
CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);
CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);
CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);
CREATE FUNCTION public._pgh_attach_context() RETURNS uuid
    LANGUAGE plpgsql
    AS $$
                    DECLARE
                        _pgh_context_id UUID;
                        _pgh_context_metadata JSONB;
                    BEGIN
                        BEGIN
                            SELECT INTO _pgh_context_id
                                CURRENT_SETTING('pghistory.context_id');
                            SELECT INTO _pgh_context_metadata
                                CURRENT_SETTING('pghistory.context_metadata');
                            EXCEPTION WHEN OTHERS THEN
                        END;
                        IF _pgh_context_id IS NOT NULL AND _pgh_context_metadata IS NOT NULL THEN
                            INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
                                VALUES (_pgh_context_id, _pgh_context_metadata, NOW(), NOW())
                                ON CONFLICT (id) DO UPDATE
                                    SET metadata = EXCLUDED.metadata,
                                        updated_at = EXCLUDED.updated_at
                                    WHERE pghistory_context.metadata != EXCLUDED.metadata;
                            RETURN _pgh_context_id;
                        ELSE
                            RETURN NULL;
                        END IF;
                    END;
                $$;
CREATE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
                DECLARE
                    _pgtrigger_ignore TEXT[];
                    _result BOOLEAN;
                BEGIN
                    BEGIN
                        SELECT INTO _pgtrigger_ignore
                            CURRENT_SETTING('pgtrigger.ignore');
                        EXCEPTION WHEN OTHERS THEN
                    END;
                    IF _pgtrigger_ignore IS NOT NULL THEN
                        SELECT trigger_name = ANY(_pgtrigger_ignore)
                        INTO _result;
                        RETURN _result;
                    ELSE
                        RETURN FALSE;
                    END IF;
                END;
            $$;
CREATE FUNCTION public.callboard_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'The table % is a ledger: rows are added, never changed or removed.', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE FUNCTION public.callboard_log_forgets() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.undo_args IS NULL AND (to_jsonb(NEW) - 'undo_args') = (to_jsonb(OLD) - 'undo_args') THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'The table % is a ledger: rows are added, never changed or removed.', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE FUNCTION public.orders_refuse_locked_day() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE late date;
BEGIN
    -- Waits for a close that is under way; the next statement then sees its lock.
    PERFORM pg_advisory_xact_lock_shared(7201001);
    SELECT posted.booked_on INTO late FROM posted JOIN orders_periodlock lock ON lock.day = posted.booked_on LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'The day % is closed: nothing books into it.', late USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION public.pgtrigger_backup_works_here_75ead() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.backup_id IS NOT DISTINCT FROM NEW.backup_id AND OLD.ends_on IS NOT DISTINCT FROM NEW.ends_on THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.backup_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.backup_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.backup_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_cover_works_here_cf5ff() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.cover_id IS NOT DISTINCT FROM NEW.cover_id AND OLD.withdrawn_at IS NOT DISTINCT FROM NEW.withdrawn_at THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.cover_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.cover_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.cover_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_04fd9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_accountevent" ("archived_at", "bill_to_id", "city", "country", "created_at", "custom", "id", "kind", "language", "legal_name", "merged_into_id", "name", "note", "number", "owner_id", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postal_code", "region", "sort_key", "street", "tags", "tier", "trade_name", "updated_at", "version", "website", "zone") VALUES (OLD."archived_at", OLD."bill_to_id", OLD."city", OLD."country", OLD."created_at", OLD."custom", OLD."id", OLD."kind", OLD."language", OLD."legal_name", OLD."merged_into_id", OLD."name", OLD."note", OLD."number", OLD."owner_id", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."phone", OLD."postal_code", OLD."region", OLD."sort_key", OLD."street", OLD."tags", OLD."tier", OLD."trade_name", OLD."updated_at", OLD."version", OLD."website", OLD."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_0abea() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_settingevent" ("created_at", "id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "valid_from_on", "value", "version") VALUES (OLD."created_at", OLD."id", OLD."key", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."updated_at", OLD."valid_from_on", OLD."value", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_0caa7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "board_contactreviewevent" ("closed_at", "closed_by_id", "created_at", "ends_on", "id", "overdue", "overdue_mrr", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "read_by_id", "seen_at", "starts_on", "state", "updated_at", "version") VALUES (OLD."closed_at", OLD."closed_by_id", OLD."created_at", OLD."ends_on", OLD."id", OLD."overdue", OLD."overdue_mrr", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."read_at", OLD."read_by_id", OLD."seen_at", OLD."starts_on", OLD."state", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_0d6d2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_leavingruleevent" ("created_at", "how", "id", "kind", "leaving_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "record", "updated_at", "version") VALUES (OLD."created_at", OLD."how", OLD."id", OLD."kind", OLD."leaving_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."pool_id", OLD."record", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_0d739() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_improvementevent" ("after", "after_count", "before", "before_count", "created_at", "ends_on", "figure", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "team_id", "text", "title", "updated_at", "version", "weeks") VALUES (OLD."after", OLD."after_count", OLD."before", OLD."before_count", OLD."created_at", OLD."ends_on", OLD."figure", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."starts_on", OLD."state", OLD."team_id", OLD."text", OLD."title", OLD."updated_at", OLD."version", OLD."weeks"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_10d2d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_clockevent" ("allowed_seconds", "breached_at", "created_at", "due_at", "id", "kind", "level_id", "measure", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reckoned_by", "since_at", "started_at", "state", "stood_at", "team_id", "tier", "updated_at", "used_seconds", "version", "warn_at", "warned_at") VALUES (OLD."allowed_seconds", OLD."breached_at", OLD."created_at", OLD."due_at", OLD."id", OLD."kind", OLD."level_id", OLD."measure", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."reckoned_by", OLD."since_at", OLD."started_at", OLD."state", OLD."stood_at", OLD."team_id", OLD."tier", OLD."updated_at", OLD."used_seconds", OLD."version", OLD."warn_at", OLD."warned_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_124b3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_anchorevent" ("account_id", "after_business", "after_days", "after_id", "created_at", "day_on", "id", "kind", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "removed_at", "updated_at", "version", "zone") VALUES (OLD."account_id", OLD."after_business", OLD."after_days", OLD."after_id", OLD."created_at", OLD."day_on", OLD."id", OLD."kind", OLD."name", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."place", OLD."removed_at", OLD."updated_at", OLD."version", OLD."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_1deb6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "calendar_categoryevent" ("created_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_at", "tone", "updated_at", "version") VALUES (OLD."created_at", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."retired_at", OLD."tone", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_1e881() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_poolevent" ("created_at", "id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "version") VALUES (OLD."created_at", OLD."id", OLD."name", OLD."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_2210a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_subscriptionevent" ("account_id", "created_at", "ended_on", "id", "mrr", "order_line_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_id", "quantity", "started_on", "term_end_on", "trial", "unit_price", "updated_at", "version") VALUES (OLD."account_id", OLD."created_at", OLD."ended_on", OLD."id", OLD."mrr", OLD."order_line_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."product_id", OLD."quantity", OLD."started_on", OLD."term_end_on", OLD."trial", OLD."unit_price", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_2276e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_approvalevent" ("account_id", "amount", "asked_by_id", "created_at", "decided_at", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "step", "task_id", "text", "title", "updated_at", "version") VALUES (OLD."account_id", OLD."amount", OLD."asked_by_id", OLD."created_at", OLD."decided_at", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."state", OLD."step", OLD."task_id", OLD."text", OLD."title", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_28cee() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_leavingevent" ("created_at", "done_at", "ended", "id", "leaves_at", "note", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "state", "successor_id", "updated_at", "version") VALUES (OLD."created_at", OLD."done_at", OLD."ended", OLD."id", OLD."leaves_at", OLD."note", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."problem", OLD."state", OLD."successor_id", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_319e0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_contactevent" ("account_id", "best_time", "created_at", "custom", "id", "language", "left_on", "location_id", "merged_into_id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach_by", "role_kind", "sort_key", "tags", "title", "updated_at", "version", "zone") VALUES (OLD."account_id", OLD."best_time", OLD."created_at", OLD."custom", OLD."id", OLD."language", OLD."left_on", OLD."location_id", OLD."merged_into_id", OLD."name", OLD."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."reach_by", OLD."role_kind", OLD."sort_key", OLD."tags", OLD."title", OLD."updated_at", OLD."version", OLD."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_33df6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_cancellationevent" ("account_id", "competitor", "created_at", "decided_at", "decided_by_id", "decided_on", "id", "logged_at", "logged_by_id", "logged_on", "mrr", "order_id", "outcome", "outcome_text", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id", "reason_text", "received_at", "received_on", "requested_end_on", "save_task_id", "subscription_id", "updated_at", "version") VALUES (OLD."account_id", OLD."competitor", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."decided_on", OLD."id", OLD."logged_at", OLD."logged_by_id", OLD."logged_on", OLD."mrr", OLD."order_id", OLD."outcome", OLD."outcome_text", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."reason_id", OLD."reason_text", OLD."received_at", OLD."received_on", OLD."requested_end_on", OLD."save_task_id", OLD."subscription_id", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_35920() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_personroleevent" ("created_at", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "updated_at", "version") VALUES (OLD."created_at", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."role", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_37e3d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_relationevent" ("account_id", "category_id", "code", "created_at", "ended_on", "id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "since_on", "status", "updated_at", "version") VALUES (OLD."account_id", OLD."category_id", OLD."code", OLD."created_at", OLD."ended_on", OLD."id", OLD."partner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."region", OLD."since_on", OLD."status", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_39914() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_steptieevent" ("created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step_id", "updated_at", "version", "waits_for_id") VALUES (OLD."created_at", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."step_id", OLD."updated_at", OLD."version", OLD."waits_for_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_3c168() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_handoffstepevent" ("address", "created_at", "handoff_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since_at", "state", "text", "until_at", "updated_at", "version") VALUES (OLD."address", OLD."created_at", OLD."handoff_id", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."since_at", OLD."state", OLD."text", OLD."until_at", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_4a100() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_personevent" ("created_at", "email", "id", "is_active", "keys_off", "left_on", "locale", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "team_id", "theme", "title", "zone") VALUES (OLD."created_at", OLD."email", OLD."id", OLD."is_active", OLD."keys_off", OLD."left_on", OLD."locale", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."region", OLD."team_id", OLD."theme", OLD."title", OLD."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_4cc5f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_servicelevelevent" ("created_at", "ends_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution_hours", "response_hours", "starts_on", "team_id", "tier", "updated_at", "version") VALUES (OLD."created_at", OLD."ends_on", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."resolution_hours", OLD."response_hours", OLD."starts_on", OLD."team_id", OLD."tier", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_4f339() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_poolmemberevent" ("created_at", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "unit_limit", "updated_at", "version", "weight") VALUES (OLD."created_at", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."pool_id", OLD."unit_limit", OLD."updated_at", OLD."version", OLD."weight"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_53a9b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_deskcheckanswerevent" ("answer", "at", "by_id", "created_at", "id", "note", "order_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "updated_at", "version") VALUES (OLD."answer", OLD."at", OLD."by_id", OLD."created_at", OLD."id", OLD."note", OLD."order_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."question_id", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_56c32() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_deadlineevent" ("anchor_id", "business", "created_at", "day_on", "days", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "task_id", "told_on", "updated_at", "version") VALUES (OLD."anchor_id", OLD."business", OLD."created_at", OLD."day_on", OLD."days", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."task_id", OLD."told_on", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_59732() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_absenceevent" ("cover_id", "created_at", "ends_on", "id", "note", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "updated_at", "version", "withdrawn_at") VALUES (OLD."cover_id", OLD."created_at", OLD."ends_on", OLD."id", OLD."note", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."starts_on", OLD."updated_at", OLD."version", OLD."withdrawn_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_638c4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "calendar_guestevent" ("address", "answer", "answered_at", "by_file", "contact_id", "created_at", "event_id", "id", "name", "optional", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "told", "told_at", "updated_at", "version") VALUES (OLD."address", OLD."answer", OLD."answered_at", OLD."by_file", OLD."contact_id", OLD."created_at", OLD."event_id", OLD."id", OLD."name", OLD."optional", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."told", OLD."told_at", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_709b4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_orderevent" ("accepted_at", "accepted_by_id", "account_id", "approval_id", "booked_on", "contact_id", "created_at", "discounts", "id", "kind", "missing", "note", "number", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_on", "state", "submitted_at", "submitted_by_id", "updated_at", "version") VALUES (OLD."accepted_at", OLD."accepted_by_id", OLD."account_id", OLD."approval_id", OLD."booked_on", OLD."contact_id", OLD."created_at", OLD."discounts", OLD."id", OLD."kind", OLD."missing", OLD."note", OLD."number", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."start_on", OLD."state", OLD."submitted_at", OLD."submitted_by_id", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_78cd0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_holidayevent" ("created_at", "id", "name", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "updated_at", "version") VALUES (OLD."created_at", OLD."id", OLD."name", OLD."on", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."region", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_7cdb1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_projectevent" ("account_id", "anchor_id", "audience", "closed_at", "created_at", "id", "name", "note", "own_anchor", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "template_id", "updated_at", "version") VALUES (OLD."account_id", OLD."anchor_id", OLD."audience", OLD."closed_at", OLD."created_at", OLD."id", OLD."name", OLD."note", OLD."own_anchor", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."state", OLD."template_id", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_7f165() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_taskevent" ("account_id", "created_at", "created_by_id", "done_at", "done_by_id", "due_at", "due_kind", "id", "kind", "minutes", "note", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinned", "promised", "reason_args", "reason_code", "snoozed_until_at", "source_id", "source_kind", "stake", "stake_kind", "state", "team_id", "title", "updated_at", "version") VALUES (OLD."account_id", OLD."created_at", OLD."created_by_id", OLD."done_at", OLD."done_by_id", OLD."due_at", OLD."due_kind", OLD."id", OLD."kind", OLD."minutes", OLD."note", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."pinned", OLD."promised", OLD."reason_args", OLD."reason_code", OLD."snoozed_until_at", OLD."source_id", OLD."source_kind", OLD."stake", OLD."stake_kind", OLD."state", OLD."team_id", OLD."title", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_82c61() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_noticechoiceevent" ("created_at", "desktop", "escalate_minutes", "event", "id", "mail", "page", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "team_id", "updated_at", "version") VALUES (OLD."created_at", OLD."desktop", OLD."escalate_minutes", OLD."event", OLD."id", OLD."mail", OLD."page", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."team_id", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_85be3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_quiettimeevent" ("created_at", "digest_at", "id", "only_hours", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quiet_from", "quiet_to", "updated_at", "version") VALUES (OLD."created_at", OLD."digest_at", OLD."id", OLD."only_hours", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."quiet_from", OLD."quiet_to", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_873c4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_projecttemplateevent" ("created_at", "id", "name", "note", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "updated_at", "version") VALUES (OLD."created_at", OLD."id", OLD."name", OLD."note", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."removed_at", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_92886() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "calendar_calendarevent" ("archived_at", "audience", "created_at", "id", "layer", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "version", "zone") VALUES (OLD."archived_at", OLD."audience", OLD."created_at", OLD."id", OLD."layer", OLD."name", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."updated_at", OLD."version", OLD."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_9c1cf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_contactemailevent" ("address", "bounced_at", "contact_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary", "updated_at", "version") VALUES (OLD."address", OLD."bounced_at", OLD."contact_id", OLD."created_at", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."primary", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_9c6ae() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "intake_routingruleevent" ("active", "conditions", "created_at", "edition", "id", "intents", "mode", "name", "past_limit", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "position", "role", "same_language", "strategy", "updated_at", "version") VALUES (OLD."active", OLD."conditions", OLD."created_at", OLD."edition", OLD."id", OLD."intents", OLD."mode", OLD."name", OLD."past_limit", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."pool_id", OLD."position", OLD."role", OLD."same_language", OLD."strategy", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_9d387() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_workhoursevent" ("created_at", "ends", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts", "updated_at", "version", "weekday") VALUES (OLD."created_at", OLD."ends", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."starts", OLD."updated_at", OLD."version", OLD."weekday"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_9d7d0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_projectstepevent" ("audience", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "task_id", "updated_at", "version", "words") VALUES (OLD."audience", OLD."created_at", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."project_id", OLD."task_id", OLD."updated_at", OLD."version", OLD."words"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_a351d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_territorytermsevent" ("change_id", "closed", "created_at", "ended_by_id", "ends_on", "id", "kinds", "order", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postal", "starts_on", "states", "territory_id", "tiers", "updated_at", "version") VALUES (OLD."change_id", OLD."closed", OLD."created_at", OLD."ended_by_id", OLD."ends_on", OLD."id", OLD."kinds", OLD."order", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."postal", OLD."starts_on", OLD."states", OLD."territory_id", OLD."tiers", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_a3ac2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "board_goalevent" ("amount", "created_at", "id", "metric", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "team_id", "updated_at", "version") VALUES (OLD."amount", OLD."created_at", OLD."id", OLD."metric", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."starts_on", OLD."team_id", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_a6632() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_approvalruleevent" ("backup_id", "created_at", "ends_on", "id", "kind", "over", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on", "step", "updated_at", "version", "who") VALUES (OLD."backup_id", OLD."created_at", OLD."ends_on", OLD."id", OLD."kind", OLD."over", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."role", OLD."starts_on", OLD."step", OLD."updated_at", OLD."version", OLD."who"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_a8e56() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_templatetieevent" ("created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step_id", "updated_at", "version", "waits_for_id") VALUES (OLD."created_at", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."step_id", OLD."updated_at", OLD."version", OLD."waits_for_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_aaaca() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_territoryholderevent" ("change_id", "created_at", "ended_by_id", "ends_on", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "role", "starts_on", "territory_id", "updated_at", "version") VALUES (OLD."change_id", OLD."created_at", OLD."ended_by_id", OLD."ends_on", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."pool_id", OLD."role", OLD."starts_on", OLD."territory_id", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_adb55() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_grantevent" ("created_at", "id", "operation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "scope", "updated_at", "version") VALUES (OLD."created_at", OLD."id", OLD."operation", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."role", OLD."scope", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_af6ab() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_skippedstepevent" ("created_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "version") VALUES (OLD."created_at", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_b1253() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_networkmembershipevent" ("account_id", "code", "created_at", "ends_on", "id", "network_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "updated_at", "version") VALUES (OLD."account_id", OLD."code", OLD."created_at", OLD."ends_on", OLD."id", OLD."network_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."starts_on", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_b18df() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_accountfileevent" ("account_id", "added_by_id", "contact_id", "created_at", "id", "media_type", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "sha256", "size", "updated_at", "version") VALUES (OLD."account_id", OLD."added_by_id", OLD."contact_id", OLD."created_at", OLD."id", OLD."media_type", OLD."name", OLD."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."removed_at", OLD."sha256", OLD."size", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_b3d1a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_territorychangeevent" ("applied_at", "created_at", "foreseen", "id", "moved", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_by_id", "realign", "starts_on", "state", "updated_at", "version") VALUES (OLD."applied_at", OLD."created_at", OLD."foreseen", OLD."id", OLD."moved", OLD."name", OLD."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."published_by_id", OLD."realign", OLD."starts_on", OLD."state", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_b573d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_handoffevent" ("accepted_by_id", "account_id", "contact_id", "context", "created_at", "ended_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof", "proof_name", "proof_sha", "requested_by_id", "resolution_id", "response_id", "state", "task_id", "team_id", "text", "updated_at", "version", "wanted_at") VALUES (OLD."accepted_by_id", OLD."account_id", OLD."contact_id", OLD."context", OLD."created_at", OLD."ended_at", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."proof", OLD."proof_name", OLD."proof_sha", OLD."requested_by_id", OLD."resolution_id", OLD."response_id", OLD."state", OLD."task_id", OLD."team_id", OLD."text", OLD."updated_at", OLD."version", OLD."wanted_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_bc619() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_customfieldevent" ("created_at", "help", "id", "kind", "label", "name", "noun", "options", "order", "pack", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_at", "updated_at", "version") VALUES (OLD."created_at", OLD."help", OLD."id", OLD."kind", OLD."label", OLD."name", OLD."noun", OLD."options", OLD."order", OLD."pack", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."retired_at", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_bd02c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_templatestepevent" ("business", "created_at", "days", "id", "minutes", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "role", "template_id", "title", "updated_at", "version") VALUES (OLD."business", OLD."created_at", OLD."days", OLD."id", OLD."minutes", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."removed_at", OLD."role", OLD."template_id", OLD."title", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_c16ec() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_termevent" ("created_at", "id", "meaning", "pack", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "term", "updated_at", "version") VALUES (OLD."created_at", OLD."id", OLD."meaning", OLD."pack", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."sort_key", OLD."term", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_c358f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_teamevent" ("address", "created_at", "hours", "id", "is_department", "manager_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "updated_at", "version", "zone") VALUES (OLD."address", OLD."created_at", OLD."hours", OLD."id", OLD."is_department", OLD."manager_id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."region", OLD."updated_at", OLD."version", OLD."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_c4bb7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "calendar_eventevent" ("account_id", "adds", "alarms", "audience", "busy", "calendar_id", "categories", "created_at", "ends_on", "ends_time", "id", "leaves", "organizer_address", "organizer_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "private", "recurrence_of", "removed_at", "rule", "sequence", "series_id", "starts_on", "starts_time", "state", "text", "title", "uid", "updated_at", "url", "version", "worked_since", "worked_until", "zone") VALUES (OLD."account_id", OLD."adds", OLD."alarms", OLD."audience", OLD."busy", OLD."calendar_id", OLD."categories", OLD."created_at", OLD."ends_on", OLD."ends_time", OLD."id", OLD."leaves", OLD."organizer_address", OLD."organizer_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."place", OLD."private", OLD."recurrence_of", OLD."removed_at", OLD."rule", OLD."sequence", OLD."series_id", OLD."starts_on", OLD."starts_time", OLD."state", OLD."text", OLD."title", OLD."uid", OLD."updated_at", OLD."url", OLD."version", OLD."worked_since", OLD."worked_until", OLD."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_c9f88() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_promiseevent" ("because", "contact_id", "created_at", "decided_at", "first_due_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_by_id", "state", "task_id", "team_id", "updated_at", "version") VALUES (OLD."because", OLD."contact_id", OLD."created_at", OLD."decided_at", OLD."first_due_at", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."promised_by_id", OLD."state", OLD."task_id", OLD."team_id", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_d0750() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "pipeline_leadevent" ("account_id", "assigned_at", "city", "closed_at", "company", "contact_id", "created_at", "email", "first_touch_at", "grade", "grade_reason", "id", "interest", "lost_reason", "message_id", "name", "number", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "region", "source", "state", "status_reason", "updated_at", "version") VALUES (OLD."account_id", OLD."assigned_at", OLD."city", OLD."closed_at", OLD."company", OLD."contact_id", OLD."created_at", OLD."email", OLD."first_touch_at", OLD."grade", OLD."grade_reason", OLD."id", OLD."interest", OLD."lost_reason", OLD."message_id", OLD."name", OLD."number", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."phone", OLD."region", OLD."source", OLD."state", OLD."status_reason", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_d81dd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_callingwindowevent" ("attempts", "binds_business", "country", "created_at", "customers_exempt", "holidays", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "saturday", "source", "starts_on", "sunday", "to_verify", "updated_at", "version", "weekdays", "zone") VALUES (OLD."attempts", OLD."binds_business", OLD."country", OLD."created_at", OLD."customers_exempt", OLD."holidays", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."region", OLD."saturday", OLD."source", OLD."starts_on", OLD."sunday", OLD."to_verify", OLD."updated_at", OLD."version", OLD."weekdays", OLD."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_dfb51() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_orderlineevent" ("created_at", "currency", "discount_percent", "ends_id", "id", "mrr", "one_time", "order_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_id", "quantity", "unit_price", "updated_at", "version") VALUES (OLD."created_at", OLD."currency", OLD."discount_percent", OLD."ends_id", OLD."id", OLD."mrr", OLD."one_time", OLD."order_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."product_id", OLD."quantity", OLD."unit_price", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_e2929() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_locationevent" ("account_id", "city", "closed_on", "country", "created_at", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postal_code", "region", "street", "updated_at", "version", "zone") VALUES (OLD."account_id", OLD."city", OLD."closed_on", OLD."country", OLD."created_at", OLD."id", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."phone", OLD."postal_code", OLD."region", OLD."street", OLD."updated_at", OLD."version", OLD."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_e5f50() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "journal_notetemplateevent" ("audience", "created_at", "id", "kind", "name", "next_days", "next_step", "outcome", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "shared", "shortcut", "text", "updated_at", "version") VALUES (OLD."audience", OLD."created_at", OLD."id", OLD."kind", OLD."name", OLD."next_days", OLD."next_step", OLD."outcome", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."removed_at", OLD."shared", OLD."shortcut", OLD."text", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_e7ea3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_productevent" ("active", "billing", "code", "counts_as_unit", "created_at", "family", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "updated_at", "version") VALUES (OLD."active", OLD."billing", OLD."code", OLD."counts_as_unit", OLD."created_at", OLD."family", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."price", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_e8777() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_approvalstepevent" ("approval_id", "because", "created_at", "decided_at", "decided_by_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule_id", "sent_to_id", "state", "updated_at", "version") VALUES (OLD."approval_id", OLD."because", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."rule_id", OLD."sent_to_id", OLD."state", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_eacae() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_territoryevent" ("created_at", "id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "version") VALUES (OLD."created_at", OLD."id", OLD."name", OLD."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_f015b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "journal_interactionevent" ("about_id", "about_kind", "at", "audience", "contact_id", "conversed", "created_at", "duration_s", "id", "kind", "late_days", "message_id", "next_on", "next_step", "outcome", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinned_at", "removed_at", "text", "updated_at", "version") VALUES (OLD."about_id", OLD."about_kind", OLD."at", OLD."audience", OLD."contact_id", OLD."conversed", OLD."created_at", OLD."duration_s", OLD."id", OLD."kind", OLD."late_days", OLD."message_id", OLD."next_on", OLD."next_step", OLD."outcome", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."pinned_at", OLD."removed_at", OLD."text", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_f21cf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "pipeline_opportunityevent" ("account_id", "close_on", "closed_on", "competitor", "contact_id", "created_at", "id", "lead_id", "lost_reason", "lost_text", "name", "next_on", "next_step", "one_time", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage", "stage_at", "try_again_on", "updated_at", "value_mrr", "version") VALUES (OLD."account_id", OLD."close_on", OLD."closed_on", OLD."competitor", OLD."contact_id", OLD."created_at", OLD."id", OLD."lead_id", OLD."lost_reason", OLD."lost_text", OLD."name", OLD."next_on", OLD."next_step", OLD."one_time", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."stage", OLD."stage_at", OLD."try_again_on", OLD."updated_at", OLD."value_mrr", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_f5b54() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_contactphoneevent" ("contact_id", "created_at", "e164", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary", "updated_at", "version") VALUES (OLD."contact_id", OLD."created_at", OLD."e164", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."primary", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_f7ad8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_timeblockevent" ("created_at", "ended_at", "ends_at", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "starts_at", "updated_at", "version") VALUES (OLD."created_at", OLD."ended_at", OLD."ends_at", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."purpose", OLD."starts_at", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_delete_delete_f924e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_territoryaccountevent" ("account_id", "change_id", "created_at", "ended_by_id", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "starts_on", "territory_id", "updated_at", "version") VALUES (OLD."account_id", OLD."change_id", OLD."created_at", OLD."ended_by_id", OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'delete', OLD."id", OLD."reason", OLD."starts_on", OLD."territory_id", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_01942() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_servicelevelevent" ("created_at", "ends_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution_hours", "response_hours", "starts_on", "team_id", "tier", "updated_at", "version") VALUES (NEW."created_at", NEW."ends_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."resolution_hours", NEW."response_hours", NEW."starts_on", NEW."team_id", NEW."tier", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_0525d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_taskevent" ("account_id", "created_at", "created_by_id", "done_at", "done_by_id", "due_at", "due_kind", "id", "kind", "minutes", "note", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinned", "promised", "reason_args", "reason_code", "snoozed_until_at", "source_id", "source_kind", "stake", "stake_kind", "state", "team_id", "title", "updated_at", "version") VALUES (NEW."account_id", NEW."created_at", NEW."created_by_id", NEW."done_at", NEW."done_by_id", NEW."due_at", NEW."due_kind", NEW."id", NEW."kind", NEW."minutes", NEW."note", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."pinned", NEW."promised", NEW."reason_args", NEW."reason_code", NEW."snoozed_until_at", NEW."source_id", NEW."source_kind", NEW."stake", NEW."stake_kind", NEW."state", NEW."team_id", NEW."title", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_05625() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_approvalevent" ("account_id", "amount", "asked_by_id", "created_at", "decided_at", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "step", "task_id", "text", "title", "updated_at", "version") VALUES (NEW."account_id", NEW."amount", NEW."asked_by_id", NEW."created_at", NEW."decided_at", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."state", NEW."step", NEW."task_id", NEW."text", NEW."title", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_12d4b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_subscriptionevent" ("account_id", "created_at", "ended_on", "id", "mrr", "order_line_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_id", "quantity", "started_on", "term_end_on", "trial", "unit_price", "updated_at", "version") VALUES (NEW."account_id", NEW."created_at", NEW."ended_on", NEW."id", NEW."mrr", NEW."order_line_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."product_id", NEW."quantity", NEW."started_on", NEW."term_end_on", NEW."trial", NEW."unit_price", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_1391f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_territoryholderevent" ("change_id", "created_at", "ended_by_id", "ends_on", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "role", "starts_on", "territory_id", "updated_at", "version") VALUES (NEW."change_id", NEW."created_at", NEW."ended_by_id", NEW."ends_on", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."pool_id", NEW."role", NEW."starts_on", NEW."territory_id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_18927() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_productevent" ("active", "billing", "code", "counts_as_unit", "created_at", "family", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "updated_at", "version") VALUES (NEW."active", NEW."billing", NEW."code", NEW."counts_as_unit", NEW."created_at", NEW."family", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."price", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_1980a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_personroleevent" ("created_at", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "updated_at", "version") VALUES (NEW."created_at", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."role", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_28377() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_quiettimeevent" ("created_at", "digest_at", "id", "only_hours", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quiet_from", "quiet_to", "updated_at", "version") VALUES (NEW."created_at", NEW."digest_at", NEW."id", NEW."only_hours", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."quiet_from", NEW."quiet_to", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_28feb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_templatestepevent" ("business", "created_at", "days", "id", "minutes", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "role", "template_id", "title", "updated_at", "version") VALUES (NEW."business", NEW."created_at", NEW."days", NEW."id", NEW."minutes", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."removed_at", NEW."role", NEW."template_id", NEW."title", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_293e0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_territoryaccountevent" ("account_id", "change_id", "created_at", "ended_by_id", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "starts_on", "territory_id", "updated_at", "version") VALUES (NEW."account_id", NEW."change_id", NEW."created_at", NEW."ended_by_id", NEW."ends_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."reason", NEW."starts_on", NEW."territory_id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_2b9f2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_holidayevent" ("created_at", "id", "name", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "updated_at", "version") VALUES (NEW."created_at", NEW."id", NEW."name", NEW."on", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."region", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_317ed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_termevent" ("created_at", "id", "meaning", "pack", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "term", "updated_at", "version") VALUES (NEW."created_at", NEW."id", NEW."meaning", NEW."pack", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."sort_key", NEW."term", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_33f0f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_approvalruleevent" ("backup_id", "created_at", "ends_on", "id", "kind", "over", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on", "step", "updated_at", "version", "who") VALUES (NEW."backup_id", NEW."created_at", NEW."ends_on", NEW."id", NEW."kind", NEW."over", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."role", NEW."starts_on", NEW."step", NEW."updated_at", NEW."version", NEW."who"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_35211() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_networkmembershipevent" ("account_id", "code", "created_at", "ends_on", "id", "network_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "updated_at", "version") VALUES (NEW."account_id", NEW."code", NEW."created_at", NEW."ends_on", NEW."id", NEW."network_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."starts_on", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_353b8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_orderlineevent" ("created_at", "currency", "discount_percent", "ends_id", "id", "mrr", "one_time", "order_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_id", "quantity", "unit_price", "updated_at", "version") VALUES (NEW."created_at", NEW."currency", NEW."discount_percent", NEW."ends_id", NEW."id", NEW."mrr", NEW."one_time", NEW."order_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."product_id", NEW."quantity", NEW."unit_price", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_36333() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_personevent" ("created_at", "email", "id", "is_active", "keys_off", "left_on", "locale", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "team_id", "theme", "title", "zone") VALUES (NEW."created_at", NEW."email", NEW."id", NEW."is_active", NEW."keys_off", NEW."left_on", NEW."locale", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."region", NEW."team_id", NEW."theme", NEW."title", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_37d52() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_noticechoiceevent" ("created_at", "desktop", "escalate_minutes", "event", "id", "mail", "page", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "team_id", "updated_at", "version") VALUES (NEW."created_at", NEW."desktop", NEW."escalate_minutes", NEW."event", NEW."id", NEW."mail", NEW."page", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."team_id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_38c23() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_locationevent" ("account_id", "city", "closed_on", "country", "created_at", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postal_code", "region", "street", "updated_at", "version", "zone") VALUES (NEW."account_id", NEW."city", NEW."closed_on", NEW."country", NEW."created_at", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."phone", NEW."postal_code", NEW."region", NEW."street", NEW."updated_at", NEW."version", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_3c058() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_projectevent" ("account_id", "anchor_id", "audience", "closed_at", "created_at", "id", "name", "note", "own_anchor", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "template_id", "updated_at", "version") VALUES (NEW."account_id", NEW."anchor_id", NEW."audience", NEW."closed_at", NEW."created_at", NEW."id", NEW."name", NEW."note", NEW."own_anchor", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."state", NEW."template_id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_3e50b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_handoffstepevent" ("address", "created_at", "handoff_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since_at", "state", "text", "until_at", "updated_at", "version") VALUES (NEW."address", NEW."created_at", NEW."handoff_id", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."since_at", NEW."state", NEW."text", NEW."until_at", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_451b4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "calendar_categoryevent" ("created_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_at", "tone", "updated_at", "version") VALUES (NEW."created_at", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."retired_at", NEW."tone", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_45da0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_handoffevent" ("accepted_by_id", "account_id", "contact_id", "context", "created_at", "ended_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof", "proof_name", "proof_sha", "requested_by_id", "resolution_id", "response_id", "state", "task_id", "team_id", "text", "updated_at", "version", "wanted_at") VALUES (NEW."accepted_by_id", NEW."account_id", NEW."contact_id", NEW."context", NEW."created_at", NEW."ended_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."proof", NEW."proof_name", NEW."proof_sha", NEW."requested_by_id", NEW."resolution_id", NEW."response_id", NEW."state", NEW."task_id", NEW."team_id", NEW."text", NEW."updated_at", NEW."version", NEW."wanted_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_467c8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_promiseevent" ("because", "contact_id", "created_at", "decided_at", "first_due_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_by_id", "state", "task_id", "team_id", "updated_at", "version") VALUES (NEW."because", NEW."contact_id", NEW."created_at", NEW."decided_at", NEW."first_due_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."promised_by_id", NEW."state", NEW."task_id", NEW."team_id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_4b574() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_skippedstepevent" ("created_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "version") VALUES (NEW."created_at", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_4e169() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_deskcheckanswerevent" ("answer", "at", "by_id", "created_at", "id", "note", "order_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "updated_at", "version") VALUES (NEW."answer", NEW."at", NEW."by_id", NEW."created_at", NEW."id", NEW."note", NEW."order_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."question_id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_4f99c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_deadlineevent" ("anchor_id", "business", "created_at", "day_on", "days", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "task_id", "told_on", "updated_at", "version") VALUES (NEW."anchor_id", NEW."business", NEW."created_at", NEW."day_on", NEW."days", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."task_id", NEW."told_on", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_5324d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_contactemailevent" ("address", "bounced_at", "contact_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary", "updated_at", "version") VALUES (NEW."address", NEW."bounced_at", NEW."contact_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."primary", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_5f7db() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_projecttemplateevent" ("created_at", "id", "name", "note", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "updated_at", "version") VALUES (NEW."created_at", NEW."id", NEW."name", NEW."note", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."removed_at", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_63efb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_approvalstepevent" ("approval_id", "because", "created_at", "decided_at", "decided_by_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule_id", "sent_to_id", "state", "updated_at", "version") VALUES (NEW."approval_id", NEW."because", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."rule_id", NEW."sent_to_id", NEW."state", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_6758e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_projectstepevent" ("audience", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "task_id", "updated_at", "version", "words") VALUES (NEW."audience", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."project_id", NEW."task_id", NEW."updated_at", NEW."version", NEW."words"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_69286() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_poolmemberevent" ("created_at", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "unit_limit", "updated_at", "version", "weight") VALUES (NEW."created_at", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."pool_id", NEW."unit_limit", NEW."updated_at", NEW."version", NEW."weight"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_6a982() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_territoryevent" ("created_at", "id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "version") VALUES (NEW."created_at", NEW."id", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_77936() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_territorytermsevent" ("change_id", "closed", "created_at", "ended_by_id", "ends_on", "id", "kinds", "order", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postal", "starts_on", "states", "territory_id", "tiers", "updated_at", "version") VALUES (NEW."change_id", NEW."closed", NEW."created_at", NEW."ended_by_id", NEW."ends_on", NEW."id", NEW."kinds", NEW."order", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."postal", NEW."starts_on", NEW."states", NEW."territory_id", NEW."tiers", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_7d0a1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_accountfileevent" ("account_id", "added_by_id", "contact_id", "created_at", "id", "media_type", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "sha256", "size", "updated_at", "version") VALUES (NEW."account_id", NEW."added_by_id", NEW."contact_id", NEW."created_at", NEW."id", NEW."media_type", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."removed_at", NEW."sha256", NEW."size", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_7d69f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_teamevent" ("address", "created_at", "hours", "id", "is_department", "manager_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "updated_at", "version", "zone") VALUES (NEW."address", NEW."created_at", NEW."hours", NEW."id", NEW."is_department", NEW."manager_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."region", NEW."updated_at", NEW."version", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_8469c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "calendar_guestevent" ("address", "answer", "answered_at", "by_file", "contact_id", "created_at", "event_id", "id", "name", "optional", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "told", "told_at", "updated_at", "version") VALUES (NEW."address", NEW."answer", NEW."answered_at", NEW."by_file", NEW."contact_id", NEW."created_at", NEW."event_id", NEW."id", NEW."name", NEW."optional", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."told", NEW."told_at", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_85f80() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_improvementevent" ("after", "after_count", "before", "before_count", "created_at", "ends_on", "figure", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "team_id", "text", "title", "updated_at", "version", "weeks") VALUES (NEW."after", NEW."after_count", NEW."before", NEW."before_count", NEW."created_at", NEW."ends_on", NEW."figure", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."starts_on", NEW."state", NEW."team_id", NEW."text", NEW."title", NEW."updated_at", NEW."version", NEW."weeks"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_8e5e7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_leavingruleevent" ("created_at", "how", "id", "kind", "leaving_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "record", "updated_at", "version") VALUES (NEW."created_at", NEW."how", NEW."id", NEW."kind", NEW."leaving_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."pool_id", NEW."record", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_9049d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_poolevent" ("created_at", "id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "version") VALUES (NEW."created_at", NEW."id", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_976cd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "pipeline_leadevent" ("account_id", "assigned_at", "city", "closed_at", "company", "contact_id", "created_at", "email", "first_touch_at", "grade", "grade_reason", "id", "interest", "lost_reason", "message_id", "name", "number", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "region", "source", "state", "status_reason", "updated_at", "version") VALUES (NEW."account_id", NEW."assigned_at", NEW."city", NEW."closed_at", NEW."company", NEW."contact_id", NEW."created_at", NEW."email", NEW."first_touch_at", NEW."grade", NEW."grade_reason", NEW."id", NEW."interest", NEW."lost_reason", NEW."message_id", NEW."name", NEW."number", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."phone", NEW."region", NEW."source", NEW."state", NEW."status_reason", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_a35fd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "board_contactreviewevent" ("closed_at", "closed_by_id", "created_at", "ends_on", "id", "overdue", "overdue_mrr", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "read_by_id", "seen_at", "starts_on", "state", "updated_at", "version") VALUES (NEW."closed_at", NEW."closed_by_id", NEW."created_at", NEW."ends_on", NEW."id", NEW."overdue", NEW."overdue_mrr", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."read_at", NEW."read_by_id", NEW."seen_at", NEW."starts_on", NEW."state", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_a6b4b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "intake_routingruleevent" ("active", "conditions", "created_at", "edition", "id", "intents", "mode", "name", "past_limit", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "position", "role", "same_language", "strategy", "updated_at", "version") VALUES (NEW."active", NEW."conditions", NEW."created_at", NEW."edition", NEW."id", NEW."intents", NEW."mode", NEW."name", NEW."past_limit", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."pool_id", NEW."position", NEW."role", NEW."same_language", NEW."strategy", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_af469() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_grantevent" ("created_at", "id", "operation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "scope", "updated_at", "version") VALUES (NEW."created_at", NEW."id", NEW."operation", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."role", NEW."scope", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_b0794() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_leavingevent" ("created_at", "done_at", "ended", "id", "leaves_at", "note", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "state", "successor_id", "updated_at", "version") VALUES (NEW."created_at", NEW."done_at", NEW."ended", NEW."id", NEW."leaves_at", NEW."note", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."problem", NEW."state", NEW."successor_id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_b15ec() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_accountevent" ("archived_at", "bill_to_id", "city", "country", "created_at", "custom", "id", "kind", "language", "legal_name", "merged_into_id", "name", "note", "number", "owner_id", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postal_code", "region", "sort_key", "street", "tags", "tier", "trade_name", "updated_at", "version", "website", "zone") VALUES (NEW."archived_at", NEW."bill_to_id", NEW."city", NEW."country", NEW."created_at", NEW."custom", NEW."id", NEW."kind", NEW."language", NEW."legal_name", NEW."merged_into_id", NEW."name", NEW."note", NEW."number", NEW."owner_id", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."phone", NEW."postal_code", NEW."region", NEW."sort_key", NEW."street", NEW."tags", NEW."tier", NEW."trade_name", NEW."updated_at", NEW."version", NEW."website", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_b1fdf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_contactevent" ("account_id", "best_time", "created_at", "custom", "id", "language", "left_on", "location_id", "merged_into_id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach_by", "role_kind", "sort_key", "tags", "title", "updated_at", "version", "zone") VALUES (NEW."account_id", NEW."best_time", NEW."created_at", NEW."custom", NEW."id", NEW."language", NEW."left_on", NEW."location_id", NEW."merged_into_id", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."reach_by", NEW."role_kind", NEW."sort_key", NEW."tags", NEW."title", NEW."updated_at", NEW."version", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_b35cc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_clockevent" ("allowed_seconds", "breached_at", "created_at", "due_at", "id", "kind", "level_id", "measure", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reckoned_by", "since_at", "started_at", "state", "stood_at", "team_id", "tier", "updated_at", "used_seconds", "version", "warn_at", "warned_at") VALUES (NEW."allowed_seconds", NEW."breached_at", NEW."created_at", NEW."due_at", NEW."id", NEW."kind", NEW."level_id", NEW."measure", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."reckoned_by", NEW."since_at", NEW."started_at", NEW."state", NEW."stood_at", NEW."team_id", NEW."tier", NEW."updated_at", NEW."used_seconds", NEW."version", NEW."warn_at", NEW."warned_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_b4d04() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "journal_notetemplateevent" ("audience", "created_at", "id", "kind", "name", "next_days", "next_step", "outcome", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "shared", "shortcut", "text", "updated_at", "version") VALUES (NEW."audience", NEW."created_at", NEW."id", NEW."kind", NEW."name", NEW."next_days", NEW."next_step", NEW."outcome", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."removed_at", NEW."shared", NEW."shortcut", NEW."text", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_b80b9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "calendar_eventevent" ("account_id", "adds", "alarms", "audience", "busy", "calendar_id", "categories", "created_at", "ends_on", "ends_time", "id", "leaves", "organizer_address", "organizer_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "private", "recurrence_of", "removed_at", "rule", "sequence", "series_id", "starts_on", "starts_time", "state", "text", "title", "uid", "updated_at", "url", "version", "worked_since", "worked_until", "zone") VALUES (NEW."account_id", NEW."adds", NEW."alarms", NEW."audience", NEW."busy", NEW."calendar_id", NEW."categories", NEW."created_at", NEW."ends_on", NEW."ends_time", NEW."id", NEW."leaves", NEW."organizer_address", NEW."organizer_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."place", NEW."private", NEW."recurrence_of", NEW."removed_at", NEW."rule", NEW."sequence", NEW."series_id", NEW."starts_on", NEW."starts_time", NEW."state", NEW."text", NEW."title", NEW."uid", NEW."updated_at", NEW."url", NEW."version", NEW."worked_since", NEW."worked_until", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_b86d9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "journal_interactionevent" ("about_id", "about_kind", "at", "audience", "contact_id", "conversed", "created_at", "duration_s", "id", "kind", "late_days", "message_id", "next_on", "next_step", "outcome", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinned_at", "removed_at", "text", "updated_at", "version") VALUES (NEW."about_id", NEW."about_kind", NEW."at", NEW."audience", NEW."contact_id", NEW."conversed", NEW."created_at", NEW."duration_s", NEW."id", NEW."kind", NEW."late_days", NEW."message_id", NEW."next_on", NEW."next_step", NEW."outcome", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."pinned_at", NEW."removed_at", NEW."text", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_bc737() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_contactphoneevent" ("contact_id", "created_at", "e164", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary", "updated_at", "version") VALUES (NEW."contact_id", NEW."created_at", NEW."e164", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."primary", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_bddcd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_settingevent" ("created_at", "id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "valid_from_on", "value", "version") VALUES (NEW."created_at", NEW."id", NEW."key", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."updated_at", NEW."valid_from_on", NEW."value", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_bfda4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "pipeline_opportunityevent" ("account_id", "close_on", "closed_on", "competitor", "contact_id", "created_at", "id", "lead_id", "lost_reason", "lost_text", "name", "next_on", "next_step", "one_time", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage", "stage_at", "try_again_on", "updated_at", "value_mrr", "version") VALUES (NEW."account_id", NEW."close_on", NEW."closed_on", NEW."competitor", NEW."contact_id", NEW."created_at", NEW."id", NEW."lead_id", NEW."lost_reason", NEW."lost_text", NEW."name", NEW."next_on", NEW."next_step", NEW."one_time", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."stage", NEW."stage_at", NEW."try_again_on", NEW."updated_at", NEW."value_mrr", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_c040e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_anchorevent" ("account_id", "after_business", "after_days", "after_id", "created_at", "day_on", "id", "kind", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "removed_at", "updated_at", "version", "zone") VALUES (NEW."account_id", NEW."after_business", NEW."after_days", NEW."after_id", NEW."created_at", NEW."day_on", NEW."id", NEW."kind", NEW."name", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."place", NEW."removed_at", NEW."updated_at", NEW."version", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_cf0da() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_workhoursevent" ("created_at", "ends", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts", "updated_at", "version", "weekday") VALUES (NEW."created_at", NEW."ends", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."starts", NEW."updated_at", NEW."version", NEW."weekday"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_dbf9d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_steptieevent" ("created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step_id", "updated_at", "version", "waits_for_id") VALUES (NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."step_id", NEW."updated_at", NEW."version", NEW."waits_for_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_e3a98() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_cancellationevent" ("account_id", "competitor", "created_at", "decided_at", "decided_by_id", "decided_on", "id", "logged_at", "logged_by_id", "logged_on", "mrr", "order_id", "outcome", "outcome_text", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id", "reason_text", "received_at", "received_on", "requested_end_on", "save_task_id", "subscription_id", "updated_at", "version") VALUES (NEW."account_id", NEW."competitor", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."decided_on", NEW."id", NEW."logged_at", NEW."logged_by_id", NEW."logged_on", NEW."mrr", NEW."order_id", NEW."outcome", NEW."outcome_text", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."reason_id", NEW."reason_text", NEW."received_at", NEW."received_on", NEW."requested_end_on", NEW."save_task_id", NEW."subscription_id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_e78e4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_territorychangeevent" ("applied_at", "created_at", "foreseen", "id", "moved", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_by_id", "realign", "starts_on", "state", "updated_at", "version") VALUES (NEW."applied_at", NEW."created_at", NEW."foreseen", NEW."id", NEW."moved", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."published_by_id", NEW."realign", NEW."starts_on", NEW."state", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_e8765() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "calendar_calendarevent" ("archived_at", "audience", "created_at", "id", "layer", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "version", "zone") VALUES (NEW."archived_at", NEW."audience", NEW."created_at", NEW."id", NEW."layer", NEW."name", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."updated_at", NEW."version", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_e9909() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_relationevent" ("account_id", "category_id", "code", "created_at", "ended_on", "id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "since_on", "status", "updated_at", "version") VALUES (NEW."account_id", NEW."category_id", NEW."code", NEW."created_at", NEW."ended_on", NEW."id", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."region", NEW."since_on", NEW."status", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_eb763() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_orderevent" ("accepted_at", "accepted_by_id", "account_id", "approval_id", "booked_on", "contact_id", "created_at", "discounts", "id", "kind", "missing", "note", "number", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_on", "state", "submitted_at", "submitted_by_id", "updated_at", "version") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."account_id", NEW."approval_id", NEW."booked_on", NEW."contact_id", NEW."created_at", NEW."discounts", NEW."id", NEW."kind", NEW."missing", NEW."note", NEW."number", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."start_on", NEW."state", NEW."submitted_at", NEW."submitted_by_id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_ebf45() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_customfieldevent" ("created_at", "help", "id", "kind", "label", "name", "noun", "options", "order", "pack", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_at", "updated_at", "version") VALUES (NEW."created_at", NEW."help", NEW."id", NEW."kind", NEW."label", NEW."name", NEW."noun", NEW."options", NEW."order", NEW."pack", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."retired_at", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_ef86e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_callingwindowevent" ("attempts", "binds_business", "country", "created_at", "customers_exempt", "holidays", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "saturday", "source", "starts_on", "sunday", "to_verify", "updated_at", "version", "weekdays", "zone") VALUES (NEW."attempts", NEW."binds_business", NEW."country", NEW."created_at", NEW."customers_exempt", NEW."holidays", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."region", NEW."saturday", NEW."source", NEW."starts_on", NEW."sunday", NEW."to_verify", NEW."updated_at", NEW."version", NEW."weekdays", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_f1a41() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_absenceevent" ("cover_id", "created_at", "ends_on", "id", "note", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "updated_at", "version", "withdrawn_at") VALUES (NEW."cover_id", NEW."created_at", NEW."ends_on", NEW."id", NEW."note", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."starts_on", NEW."updated_at", NEW."version", NEW."withdrawn_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_f617e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "board_goalevent" ("amount", "created_at", "id", "metric", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "team_id", "updated_at", "version") VALUES (NEW."amount", NEW."created_at", NEW."id", NEW."metric", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."starts_on", NEW."team_id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_f8a14() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_templatetieevent" ("created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step_id", "updated_at", "version", "waits_for_id") VALUES (NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."step_id", NEW."updated_at", NEW."version", NEW."waits_for_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_fb271() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_timeblockevent" ("created_at", "ended_at", "ends_at", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "starts_at", "updated_at", "version") VALUES (NEW."created_at", NEW."ended_at", NEW."ends_at", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'insert', NEW."id", NEW."purpose", NEW."starts_at", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_manager_works_here_d4c95() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.manager_id IS NOT DISTINCT FROM NEW.manager_id THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.manager_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.manager_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.manager_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_organizer_works_here_3c379() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.organizer_id IS NOT DISTINCT FROM NEW.organizer_id AND OLD.removed_at IS NOT DISTINCT FROM NEW.removed_at THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.organizer_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.organizer_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.organizer_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_owner_works_here_0bcef() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.owner_id IS NOT DISTINCT FROM NEW.owner_id AND OLD.deleted_at IS NOT DISTINCT FROM NEW.deleted_at AND OLD.sharing IS NOT DISTINCT FROM NEW.sharing THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.owner_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.owner_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.owner_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_owner_works_here_2054c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.owner_id IS NOT DISTINCT FROM NEW.owner_id AND OLD.shared IS NOT DISTINCT FROM NEW.shared AND OLD.removed_at IS NOT DISTINCT FROM NEW.removed_at THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.owner_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.owner_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.owner_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_owner_works_here_244af() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.owner_id IS NOT DISTINCT FROM NEW.owner_id AND OLD.removed_at IS NOT DISTINCT FROM NEW.removed_at THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.owner_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.owner_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.owner_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_owner_works_here_3dcb5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.owner_id IS NOT DISTINCT FROM NEW.owner_id AND OLD.archived_at IS NOT DISTINCT FROM NEW.archived_at THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.owner_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.owner_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.owner_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_owner_works_here_412de() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.owner_id IS NOT DISTINCT FROM NEW.owner_id AND OLD.removed_at IS NOT DISTINCT FROM NEW.removed_at THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.owner_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.owner_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.owner_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_owner_works_here_555d6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.owner_id IS NOT DISTINCT FROM NEW.owner_id AND OLD.state IS NOT DISTINCT FROM NEW.state THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.owner_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.owner_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.owner_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_owner_works_here_913c6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.owner_id IS NOT DISTINCT FROM NEW.owner_id AND OLD.ended_at IS NOT DISTINCT FROM NEW.ended_at AND OLD.paused_at IS NOT DISTINCT FROM NEW.paused_at THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.owner_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.owner_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.owner_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_owner_works_here_a43b0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.owner_id IS NOT DISTINCT FROM NEW.owner_id AND OLD.stage IS NOT DISTINCT FROM NEW.stage THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.owner_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.owner_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.owner_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_owner_works_here_c7422() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.owner_id IS NOT DISTINCT FROM NEW.owner_id AND OLD.state IS NOT DISTINCT FROM NEW.state THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.owner_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.owner_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.owner_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_owner_works_here_cb315() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.owner_id IS NOT DISTINCT FROM NEW.owner_id AND OLD.state IS NOT DISTINCT FROM NEW.state THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.owner_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.owner_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.owner_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_owner_works_here_cbcb0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.owner_id IS NOT DISTINCT FROM NEW.owner_id AND OLD.state IS NOT DISTINCT FROM NEW.state THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.owner_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.owner_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.owner_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_owner_works_here_fe4d8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.owner_id IS NOT DISTINCT FROM NEW.owner_id THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.owner_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.owner_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.owner_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_person_works_here_054cc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.person_id IS NOT DISTINCT FROM NEW.person_id AND OLD.ends_on IS NOT DISTINCT FROM NEW.ends_on THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.person_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.person_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.person_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_person_works_here_49402() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.person_id IS NOT DISTINCT FROM NEW.person_id AND OLD.ended_at IS NOT DISTINCT FROM NEW.ended_at THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.person_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.person_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.person_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_person_works_here_52a74() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.person_id IS NOT DISTINCT FROM NEW.person_id AND OLD.active IS NOT DISTINCT FROM NEW.active THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.person_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.person_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.person_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_person_works_here_71ab3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.person_id IS NOT DISTINCT FROM NEW.person_id AND OLD.state IS NOT DISTINCT FROM NEW.state THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.person_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.person_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.person_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_person_works_here_89642() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.person_id IS NOT DISTINCT FROM NEW.person_id AND OLD.ends_on IS NOT DISTINCT FROM NEW.ends_on THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.person_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.person_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.person_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_person_works_here_94b91() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.person_id IS NOT DISTINCT FROM NEW.person_id AND OLD.state IS NOT DISTINCT FROM NEW.state THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.person_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.person_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.person_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_person_works_here_e4ae8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.person_id IS NOT DISTINCT FROM NEW.person_id AND OLD.ends_on IS NOT DISTINCT FROM NEW.ends_on THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.person_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.person_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.person_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_person_works_here_ecc82() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            IF TG_OP = 'UPDATE' AND OLD.person_id IS NOT DISTINCT FROM NEW.person_id THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM team_person WHERE id = NEW.person_id AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.person_id
                    USING ERRCODE = 'CB001', DETAIL = NEW.person_id::text;
            END IF;
            RETURN NULL;
        
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_008ee() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_steptieevent" ("created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step_id", "updated_at", "version", "waits_for_id") VALUES (NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."step_id", NEW."updated_at", NEW."version", NEW."waits_for_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_04873() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "calendar_eventevent" ("account_id", "adds", "alarms", "audience", "busy", "calendar_id", "categories", "created_at", "ends_on", "ends_time", "id", "leaves", "organizer_address", "organizer_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "private", "recurrence_of", "removed_at", "rule", "sequence", "series_id", "starts_on", "starts_time", "state", "text", "title", "uid", "updated_at", "url", "version", "worked_since", "worked_until", "zone") VALUES (NEW."account_id", NEW."adds", NEW."alarms", NEW."audience", NEW."busy", NEW."calendar_id", NEW."categories", NEW."created_at", NEW."ends_on", NEW."ends_time", NEW."id", NEW."leaves", NEW."organizer_address", NEW."organizer_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."place", NEW."private", NEW."recurrence_of", NEW."removed_at", NEW."rule", NEW."sequence", NEW."series_id", NEW."starts_on", NEW."starts_time", NEW."state", NEW."text", NEW."title", NEW."uid", NEW."updated_at", NEW."url", NEW."version", NEW."worked_since", NEW."worked_until", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_0bcc8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_workhoursevent" ("created_at", "ends", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts", "updated_at", "version", "weekday") VALUES (NEW."created_at", NEW."ends", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."starts", NEW."updated_at", NEW."version", NEW."weekday"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_0dff9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_locationevent" ("account_id", "city", "closed_on", "country", "created_at", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postal_code", "region", "street", "updated_at", "version", "zone") VALUES (NEW."account_id", NEW."city", NEW."closed_on", NEW."country", NEW."created_at", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."phone", NEW."postal_code", NEW."region", NEW."street", NEW."updated_at", NEW."version", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_14978() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_territoryholderevent" ("change_id", "created_at", "ended_by_id", "ends_on", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "role", "starts_on", "territory_id", "updated_at", "version") VALUES (NEW."change_id", NEW."created_at", NEW."ended_by_id", NEW."ends_on", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."pool_id", NEW."role", NEW."starts_on", NEW."territory_id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_190bf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_contactevent" ("account_id", "best_time", "created_at", "custom", "id", "language", "left_on", "location_id", "merged_into_id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach_by", "role_kind", "sort_key", "tags", "title", "updated_at", "version", "zone") VALUES (NEW."account_id", NEW."best_time", NEW."created_at", NEW."custom", NEW."id", NEW."language", NEW."left_on", NEW."location_id", NEW."merged_into_id", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."reach_by", NEW."role_kind", NEW."sort_key", NEW."tags", NEW."title", NEW."updated_at", NEW."version", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_1ceae() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_poolmemberevent" ("created_at", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "unit_limit", "updated_at", "version", "weight") VALUES (NEW."created_at", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."pool_id", NEW."unit_limit", NEW."updated_at", NEW."version", NEW."weight"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_1e5eb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_callingwindowevent" ("attempts", "binds_business", "country", "created_at", "customers_exempt", "holidays", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "saturday", "source", "starts_on", "sunday", "to_verify", "updated_at", "version", "weekdays", "zone") VALUES (NEW."attempts", NEW."binds_business", NEW."country", NEW."created_at", NEW."customers_exempt", NEW."holidays", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."region", NEW."saturday", NEW."source", NEW."starts_on", NEW."sunday", NEW."to_verify", NEW."updated_at", NEW."version", NEW."weekdays", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_22b87() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_approvalstepevent" ("approval_id", "because", "created_at", "decided_at", "decided_by_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule_id", "sent_to_id", "state", "updated_at", "version") VALUES (NEW."approval_id", NEW."because", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."rule_id", NEW."sent_to_id", NEW."state", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_27e72() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_servicelevelevent" ("created_at", "ends_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution_hours", "response_hours", "starts_on", "team_id", "tier", "updated_at", "version") VALUES (NEW."created_at", NEW."ends_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."resolution_hours", NEW."response_hours", NEW."starts_on", NEW."team_id", NEW."tier", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_33a30() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_anchorevent" ("account_id", "after_business", "after_days", "after_id", "created_at", "day_on", "id", "kind", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "removed_at", "updated_at", "version", "zone") VALUES (NEW."account_id", NEW."after_business", NEW."after_days", NEW."after_id", NEW."created_at", NEW."day_on", NEW."id", NEW."kind", NEW."name", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."place", NEW."removed_at", NEW."updated_at", NEW."version", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_343cd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "intake_routingruleevent" ("active", "conditions", "created_at", "edition", "id", "intents", "mode", "name", "past_limit", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "position", "role", "same_language", "strategy", "updated_at", "version") VALUES (NEW."active", NEW."conditions", NEW."created_at", NEW."edition", NEW."id", NEW."intents", NEW."mode", NEW."name", NEW."past_limit", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."pool_id", NEW."position", NEW."role", NEW."same_language", NEW."strategy", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_34528() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_teamevent" ("address", "created_at", "hours", "id", "is_department", "manager_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "updated_at", "version", "zone") VALUES (NEW."address", NEW."created_at", NEW."hours", NEW."id", NEW."is_department", NEW."manager_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."region", NEW."updated_at", NEW."version", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_35a0a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_leavingevent" ("created_at", "done_at", "ended", "id", "leaves_at", "note", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "state", "successor_id", "updated_at", "version") VALUES (NEW."created_at", NEW."done_at", NEW."ended", NEW."id", NEW."leaves_at", NEW."note", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."problem", NEW."state", NEW."successor_id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_39337() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "board_contactreviewevent" ("closed_at", "closed_by_id", "created_at", "ends_on", "id", "overdue", "overdue_mrr", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "read_by_id", "seen_at", "starts_on", "state", "updated_at", "version") VALUES (NEW."closed_at", NEW."closed_by_id", NEW."created_at", NEW."ends_on", NEW."id", NEW."overdue", NEW."overdue_mrr", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."read_at", NEW."read_by_id", NEW."seen_at", NEW."starts_on", NEW."state", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_498e8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_taskevent" ("account_id", "created_at", "created_by_id", "done_at", "done_by_id", "due_at", "due_kind", "id", "kind", "minutes", "note", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinned", "promised", "reason_args", "reason_code", "snoozed_until_at", "source_id", "source_kind", "stake", "stake_kind", "state", "team_id", "title", "updated_at", "version") VALUES (NEW."account_id", NEW."created_at", NEW."created_by_id", NEW."done_at", NEW."done_by_id", NEW."due_at", NEW."due_kind", NEW."id", NEW."kind", NEW."minutes", NEW."note", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."pinned", NEW."promised", NEW."reason_args", NEW."reason_code", NEW."snoozed_until_at", NEW."source_id", NEW."source_kind", NEW."stake", NEW."stake_kind", NEW."state", NEW."team_id", NEW."title", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_50bba() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_handoffevent" ("accepted_by_id", "account_id", "contact_id", "context", "created_at", "ended_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof", "proof_name", "proof_sha", "requested_by_id", "resolution_id", "response_id", "state", "task_id", "team_id", "text", "updated_at", "version", "wanted_at") VALUES (NEW."accepted_by_id", NEW."account_id", NEW."contact_id", NEW."context", NEW."created_at", NEW."ended_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."proof", NEW."proof_name", NEW."proof_sha", NEW."requested_by_id", NEW."resolution_id", NEW."response_id", NEW."state", NEW."task_id", NEW."team_id", NEW."text", NEW."updated_at", NEW."version", NEW."wanted_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_5a26d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_clockevent" ("allowed_seconds", "breached_at", "created_at", "due_at", "id", "kind", "level_id", "measure", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reckoned_by", "since_at", "started_at", "state", "stood_at", "team_id", "tier", "updated_at", "used_seconds", "version", "warn_at", "warned_at") VALUES (NEW."allowed_seconds", NEW."breached_at", NEW."created_at", NEW."due_at", NEW."id", NEW."kind", NEW."level_id", NEW."measure", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."reckoned_by", NEW."since_at", NEW."started_at", NEW."state", NEW."stood_at", NEW."team_id", NEW."tier", NEW."updated_at", NEW."used_seconds", NEW."version", NEW."warn_at", NEW."warned_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_5eba4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_accountevent" ("archived_at", "bill_to_id", "city", "country", "created_at", "custom", "id", "kind", "language", "legal_name", "merged_into_id", "name", "note", "number", "owner_id", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postal_code", "region", "sort_key", "street", "tags", "tier", "trade_name", "updated_at", "version", "website", "zone") VALUES (NEW."archived_at", NEW."bill_to_id", NEW."city", NEW."country", NEW."created_at", NEW."custom", NEW."id", NEW."kind", NEW."language", NEW."legal_name", NEW."merged_into_id", NEW."name", NEW."note", NEW."number", NEW."owner_id", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."phone", NEW."postal_code", NEW."region", NEW."sort_key", NEW."street", NEW."tags", NEW."tier", NEW."trade_name", NEW."updated_at", NEW."version", NEW."website", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_60616() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_cancellationevent" ("account_id", "competitor", "created_at", "decided_at", "decided_by_id", "decided_on", "id", "logged_at", "logged_by_id", "logged_on", "mrr", "order_id", "outcome", "outcome_text", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_id", "reason_text", "received_at", "received_on", "requested_end_on", "save_task_id", "subscription_id", "updated_at", "version") VALUES (NEW."account_id", NEW."competitor", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."decided_on", NEW."id", NEW."logged_at", NEW."logged_by_id", NEW."logged_on", NEW."mrr", NEW."order_id", NEW."outcome", NEW."outcome_text", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."reason_id", NEW."reason_text", NEW."received_at", NEW."received_on", NEW."requested_end_on", NEW."save_task_id", NEW."subscription_id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_6c150() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_poolevent" ("created_at", "id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "version") VALUES (NEW."created_at", NEW."id", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_6ec82() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_leavingruleevent" ("created_at", "how", "id", "kind", "leaving_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "record", "updated_at", "version") VALUES (NEW."created_at", NEW."how", NEW."id", NEW."kind", NEW."leaving_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."pool_id", NEW."record", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_6f245() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_deadlineevent" ("anchor_id", "business", "created_at", "day_on", "days", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "task_id", "told_on", "updated_at", "version") VALUES (NEW."anchor_id", NEW."business", NEW."created_at", NEW."day_on", NEW."days", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."task_id", NEW."told_on", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_7021a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "pipeline_leadevent" ("account_id", "assigned_at", "city", "closed_at", "company", "contact_id", "created_at", "email", "first_touch_at", "grade", "grade_reason", "id", "interest", "lost_reason", "message_id", "name", "number", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "region", "source", "state", "status_reason", "updated_at", "version") VALUES (NEW."account_id", NEW."assigned_at", NEW."city", NEW."closed_at", NEW."company", NEW."contact_id", NEW."created_at", NEW."email", NEW."first_touch_at", NEW."grade", NEW."grade_reason", NEW."id", NEW."interest", NEW."lost_reason", NEW."message_id", NEW."name", NEW."number", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."phone", NEW."region", NEW."source", NEW."state", NEW."status_reason", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_79182() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "pipeline_opportunityevent" ("account_id", "close_on", "closed_on", "competitor", "contact_id", "created_at", "id", "lead_id", "lost_reason", "lost_text", "name", "next_on", "next_step", "one_time", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage", "stage_at", "try_again_on", "updated_at", "value_mrr", "version") VALUES (NEW."account_id", NEW."close_on", NEW."closed_on", NEW."competitor", NEW."contact_id", NEW."created_at", NEW."id", NEW."lead_id", NEW."lost_reason", NEW."lost_text", NEW."name", NEW."next_on", NEW."next_step", NEW."one_time", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."stage", NEW."stage_at", NEW."try_again_on", NEW."updated_at", NEW."value_mrr", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_87850() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_territoryevent" ("created_at", "id", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "version") VALUES (NEW."created_at", NEW."id", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_8c566() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_deskcheckanswerevent" ("answer", "at", "by_id", "created_at", "id", "note", "order_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "updated_at", "version") VALUES (NEW."answer", NEW."at", NEW."by_id", NEW."created_at", NEW."id", NEW."note", NEW."order_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."question_id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_8ff30() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_absenceevent" ("cover_id", "created_at", "ends_on", "id", "note", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "updated_at", "version", "withdrawn_at") VALUES (NEW."cover_id", NEW."created_at", NEW."ends_on", NEW."id", NEW."note", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."starts_on", NEW."updated_at", NEW."version", NEW."withdrawn_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_919e9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_templatetieevent" ("created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step_id", "updated_at", "version", "waits_for_id") VALUES (NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."step_id", NEW."updated_at", NEW."version", NEW."waits_for_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_96806() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_customfieldevent" ("created_at", "help", "id", "kind", "label", "name", "noun", "options", "order", "pack", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_at", "updated_at", "version") VALUES (NEW."created_at", NEW."help", NEW."id", NEW."kind", NEW."label", NEW."name", NEW."noun", NEW."options", NEW."order", NEW."pack", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."retired_at", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_98a59() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "journal_interactionevent" ("about_id", "about_kind", "at", "audience", "contact_id", "conversed", "created_at", "duration_s", "id", "kind", "late_days", "message_id", "next_on", "next_step", "outcome", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinned_at", "removed_at", "text", "updated_at", "version") VALUES (NEW."about_id", NEW."about_kind", NEW."at", NEW."audience", NEW."contact_id", NEW."conversed", NEW."created_at", NEW."duration_s", NEW."id", NEW."kind", NEW."late_days", NEW."message_id", NEW."next_on", NEW."next_step", NEW."outcome", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."pinned_at", NEW."removed_at", NEW."text", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_9a132() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_networkmembershipevent" ("account_id", "code", "created_at", "ends_on", "id", "network_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "updated_at", "version") VALUES (NEW."account_id", NEW."code", NEW."created_at", NEW."ends_on", NEW."id", NEW."network_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."starts_on", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_9bb1e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_personroleevent" ("created_at", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "updated_at", "version") VALUES (NEW."created_at", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."role", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_9c46d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_productevent" ("active", "billing", "code", "counts_as_unit", "created_at", "family", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "updated_at", "version") VALUES (NEW."active", NEW."billing", NEW."code", NEW."counts_as_unit", NEW."created_at", NEW."family", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."price", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_9d710() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_settingevent" ("created_at", "id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "valid_from_on", "value", "version") VALUES (NEW."created_at", NEW."id", NEW."key", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."updated_at", NEW."valid_from_on", NEW."value", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_9db84() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_projecttemplateevent" ("created_at", "id", "name", "note", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "updated_at", "version") VALUES (NEW."created_at", NEW."id", NEW."name", NEW."note", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."removed_at", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_a2cf4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_territorytermsevent" ("change_id", "closed", "created_at", "ended_by_id", "ends_on", "id", "kinds", "order", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postal", "starts_on", "states", "territory_id", "tiers", "updated_at", "version") VALUES (NEW."change_id", NEW."closed", NEW."created_at", NEW."ended_by_id", NEW."ends_on", NEW."id", NEW."kinds", NEW."order", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."postal", NEW."starts_on", NEW."states", NEW."territory_id", NEW."tiers", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_a3091() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_termevent" ("created_at", "id", "meaning", "pack", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "term", "updated_at", "version") VALUES (NEW."created_at", NEW."id", NEW."meaning", NEW."pack", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."sort_key", NEW."term", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_a8fbc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_quiettimeevent" ("created_at", "digest_at", "id", "only_hours", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quiet_from", "quiet_to", "updated_at", "version") VALUES (NEW."created_at", NEW."digest_at", NEW."id", NEW."only_hours", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."quiet_from", NEW."quiet_to", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_a97a8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_territorychangeevent" ("applied_at", "created_at", "foreseen", "id", "moved", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_by_id", "realign", "starts_on", "state", "updated_at", "version") VALUES (NEW."applied_at", NEW."created_at", NEW."foreseen", NEW."id", NEW."moved", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."published_by_id", NEW."realign", NEW."starts_on", NEW."state", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_aa3bc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_contactemailevent" ("address", "bounced_at", "contact_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary", "updated_at", "version") VALUES (NEW."address", NEW."bounced_at", NEW."contact_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."primary", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_ac404() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_approvalevent" ("account_id", "amount", "asked_by_id", "created_at", "decided_at", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "step", "task_id", "text", "title", "updated_at", "version") VALUES (NEW."account_id", NEW."amount", NEW."asked_by_id", NEW."created_at", NEW."decided_at", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."state", NEW."step", NEW."task_id", NEW."text", NEW."title", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_add4f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_approvalruleevent" ("backup_id", "created_at", "ends_on", "id", "kind", "over", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on", "step", "updated_at", "version", "who") VALUES (NEW."backup_id", NEW."created_at", NEW."ends_on", NEW."id", NEW."kind", NEW."over", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."role", NEW."starts_on", NEW."step", NEW."updated_at", NEW."version", NEW."who"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_b0bc1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_subscriptionevent" ("account_id", "created_at", "ended_on", "id", "mrr", "order_line_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_id", "quantity", "started_on", "term_end_on", "trial", "unit_price", "updated_at", "version") VALUES (NEW."account_id", NEW."created_at", NEW."ended_on", NEW."id", NEW."mrr", NEW."order_line_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."product_id", NEW."quantity", NEW."started_on", NEW."term_end_on", NEW."trial", NEW."unit_price", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_b1f14() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_grantevent" ("created_at", "id", "operation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "scope", "updated_at", "version") VALUES (NEW."created_at", NEW."id", NEW."operation", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."role", NEW."scope", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_c1ca3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_relationevent" ("account_id", "category_id", "code", "created_at", "ended_on", "id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "since_on", "status", "updated_at", "version") VALUES (NEW."account_id", NEW."category_id", NEW."code", NEW."created_at", NEW."ended_on", NEW."id", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."region", NEW."since_on", NEW."status", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_ca333() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "calendar_guestevent" ("address", "answer", "answered_at", "by_file", "contact_id", "created_at", "event_id", "id", "name", "optional", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "told", "told_at", "updated_at", "version") VALUES (NEW."address", NEW."answer", NEW."answered_at", NEW."by_file", NEW."contact_id", NEW."created_at", NEW."event_id", NEW."id", NEW."name", NEW."optional", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."told", NEW."told_at", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_ca465() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_holidayevent" ("created_at", "id", "name", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "updated_at", "version") VALUES (NEW."created_at", NEW."id", NEW."name", NEW."on", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."region", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_cf877() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "board_goalevent" ("amount", "created_at", "id", "metric", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "team_id", "updated_at", "version") VALUES (NEW."amount", NEW."created_at", NEW."id", NEW."metric", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."starts_on", NEW."team_id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_d0826() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_territoryaccountevent" ("account_id", "change_id", "created_at", "ended_by_id", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "starts_on", "territory_id", "updated_at", "version") VALUES (NEW."account_id", NEW."change_id", NEW."created_at", NEW."ended_by_id", NEW."ends_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."reason", NEW."starts_on", NEW."territory_id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_d28d0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "calendar_calendarevent" ("archived_at", "audience", "created_at", "id", "layer", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "version", "zone") VALUES (NEW."archived_at", NEW."audience", NEW."created_at", NEW."id", NEW."layer", NEW."name", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."updated_at", NEW."version", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_d4b84() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_orderevent" ("accepted_at", "accepted_by_id", "account_id", "approval_id", "booked_on", "contact_id", "created_at", "discounts", "id", "kind", "missing", "note", "number", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_on", "state", "submitted_at", "submitted_by_id", "updated_at", "version") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."account_id", NEW."approval_id", NEW."booked_on", NEW."contact_id", NEW."created_at", NEW."discounts", NEW."id", NEW."kind", NEW."missing", NEW."note", NEW."number", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."start_on", NEW."state", NEW."submitted_at", NEW."submitted_by_id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_d4f95() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_noticechoiceevent" ("created_at", "desktop", "escalate_minutes", "event", "id", "mail", "page", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "team_id", "updated_at", "version") VALUES (NEW."created_at", NEW."desktop", NEW."escalate_minutes", NEW."event", NEW."id", NEW."mail", NEW."page", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."team_id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_d5d84() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_contactphoneevent" ("contact_id", "created_at", "e164", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary", "updated_at", "version") VALUES (NEW."contact_id", NEW."created_at", NEW."e164", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."primary", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_d6760() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_templatestepevent" ("business", "created_at", "days", "id", "minutes", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "role", "template_id", "title", "updated_at", "version") VALUES (NEW."business", NEW."created_at", NEW."days", NEW."id", NEW."minutes", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."removed_at", NEW."role", NEW."template_id", NEW."title", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_d67f1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_projectstepevent" ("audience", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "task_id", "updated_at", "version", "words") VALUES (NEW."audience", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."project_id", NEW."task_id", NEW."updated_at", NEW."version", NEW."words"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_dfd08() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_skippedstepevent" ("created_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "version") VALUES (NEW."created_at", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_e0c94() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_timeblockevent" ("created_at", "ended_at", "ends_at", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "starts_at", "updated_at", "version") VALUES (NEW."created_at", NEW."ended_at", NEW."ends_at", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."purpose", NEW."starts_at", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_e238d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_handoffstepevent" ("address", "created_at", "handoff_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since_at", "state", "text", "until_at", "updated_at", "version") VALUES (NEW."address", NEW."created_at", NEW."handoff_id", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."since_at", NEW."state", NEW."text", NEW."until_at", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_e41f7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "journal_notetemplateevent" ("audience", "created_at", "id", "kind", "name", "next_days", "next_step", "outcome", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "shared", "shortcut", "text", "updated_at", "version") VALUES (NEW."audience", NEW."created_at", NEW."id", NEW."kind", NEW."name", NEW."next_days", NEW."next_step", NEW."outcome", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."removed_at", NEW."shared", NEW."shortcut", NEW."text", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_e5db3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_improvementevent" ("after", "after_count", "before", "before_count", "created_at", "ends_on", "figure", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "team_id", "text", "title", "updated_at", "version", "weeks") VALUES (NEW."after", NEW."after_count", NEW."before", NEW."before_count", NEW."created_at", NEW."ends_on", NEW."figure", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."starts_on", NEW."state", NEW."team_id", NEW."text", NEW."title", NEW."updated_at", NEW."version", NEW."weeks"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_e67df() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "orders_orderlineevent" ("created_at", "currency", "discount_percent", "ends_id", "id", "mrr", "one_time", "order_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_id", "quantity", "unit_price", "updated_at", "version") VALUES (NEW."created_at", NEW."currency", NEW."discount_percent", NEW."ends_id", NEW."id", NEW."mrr", NEW."one_time", NEW."order_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."product_id", NEW."quantity", NEW."unit_price", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_ea136() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "directory_accountfileevent" ("account_id", "added_by_id", "contact_id", "created_at", "id", "media_type", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "sha256", "size", "updated_at", "version") VALUES (NEW."account_id", NEW."added_by_id", NEW."contact_id", NEW."created_at", NEW."id", NEW."media_type", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."removed_at", NEW."sha256", NEW."size", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_ece54() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "team_personevent" ("created_at", "email", "id", "is_active", "keys_off", "left_on", "locale", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "team_id", "theme", "title", "zone") VALUES (NEW."created_at", NEW."email", NEW."id", NEW."is_active", NEW."keys_off", NEW."left_on", NEW."locale", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."region", NEW."team_id", NEW."theme", NEW."title", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_edef0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "calendar_categoryevent" ("created_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_at", "tone", "updated_at", "version") VALUES (NEW."created_at", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."retired_at", NEW."tone", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_f2357() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_projectevent" ("account_id", "anchor_id", "audience", "closed_at", "created_at", "id", "name", "note", "own_anchor", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "template_id", "updated_at", "version") VALUES (NEW."account_id", NEW."anchor_id", NEW."audience", NEW."closed_at", NEW."created_at", NEW."id", NEW."name", NEW."note", NEW."own_anchor", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."state", NEW."template_id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_f84ce() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "work_promiseevent" ("because", "contact_id", "created_at", "decided_at", "first_due_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_by_id", "state", "task_id", "team_id", "updated_at", "version") VALUES (NEW."because", NEW."contact_id", NEW."created_at", NEW."decided_at", NEW."first_due_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'update', NEW."id", NEW."promised_by_id", NEW."state", NEW."task_id", NEW."team_id", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;
CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);
CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;
CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;
CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;
CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.board_closetick (
    id bigint NOT NULL,
    day date NOT NULL,
    tick character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    note character varying(300) NOT NULL,
    ticked_by_id bigint
);
ALTER TABLE public.board_closetick ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.board_closetick_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.board_contactcount (
    id bigint NOT NULL,
    day date NOT NULL,
    counted_at timestamp with time zone NOT NULL,
    figures jsonb NOT NULL
);
ALTER TABLE public.board_contactcount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.board_contactcount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.board_contactreview (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    state character varying(8) NOT NULL,
    figures jsonb NOT NULL,
    overdue integer NOT NULL,
    overdue_mrr numeric(14,2) NOT NULL,
    seen_at timestamp with time zone,
    read_at timestamp with time zone,
    closed_at timestamp with time zone,
    closed_by_id bigint,
    person_id bigint NOT NULL,
    read_by_id bigint,
    CONSTRAINT board_contactreview_overdue_check CHECK ((overdue >= 0)),
    CONSTRAINT board_contactreview_version_check CHECK ((version >= 0)),
    CONSTRAINT contactreview_closed_has_instant CHECK ((((closed_at IS NOT NULL) AND ((state)::text = 'closed'::text)) OR ((NOT ((state)::text = 'closed'::text)) AND (closed_at IS NULL)))),
    CONSTRAINT contactreview_forward CHECK ((ends_on >= starts_on)),
    CONSTRAINT contactreview_state CHECK (((state)::text = ANY ((ARRAY['new'::character varying, 'read'::character varying, 'asked'::character varying, 'answered'::character varying, 'coached'::character varying, 'closed'::character varying])::text[])))
);
ALTER TABLE public.board_contactreview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.board_contactreview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.board_contactreviewevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    state character varying(8) NOT NULL,
    overdue integer NOT NULL,
    overdue_mrr numeric(14,2) NOT NULL,
    seen_at timestamp with time zone,
    read_at timestamp with time zone,
    closed_at timestamp with time zone,
    closed_by_id bigint,
    person_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    read_by_id bigint,
    CONSTRAINT board_contactreviewevent_overdue_check CHECK ((overdue >= 0)),
    CONSTRAINT board_contactreviewevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.board_contactreviewevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.board_contactreviewevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.board_contacttally (
    id bigint NOT NULL,
    owner bigint,
    team bigint,
    tier character varying(1) NOT NULL,
    size character varying(6) NOT NULL,
    region character varying(60) NOT NULL,
    standing character varying(8) NOT NULL,
    accounts integer NOT NULL,
    mrr numeric(16,2) NOT NULL,
    CONSTRAINT board_contacttally_accounts_check CHECK ((accounts >= 0))
);
ALTER TABLE public.board_contacttally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.board_contacttally_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.board_dayclose (
    id bigint NOT NULL,
    day date NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    snapshot jsonb NOT NULL,
    summary text NOT NULL,
    closed_by_id bigint
);
ALTER TABLE public.board_dayclose ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.board_dayclose_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.board_goal (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    metric character varying(12) NOT NULL,
    starts_on date NOT NULL,
    amount numeric(14,2) NOT NULL,
    person_id bigint,
    team_id bigint,
    CONSTRAINT board_goal_version_check CHECK ((version >= 0)),
    CONSTRAINT goal_amount CHECK ((amount > (0)::numeric)),
    CONSTRAINT goal_metric CHECK (((metric)::text = ANY ((ARRAY['net_mrr'::character varying, 'new_mrr'::character varying, 'one_time'::character varying, 'units'::character varying, 'saved_mrr'::character varying])::text[]))),
    CONSTRAINT goal_one_holder CHECK (((person_id IS NULL) OR (team_id IS NULL)))
);
ALTER TABLE public.board_goal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.board_goal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.board_goalevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    metric character varying(12) NOT NULL,
    starts_on date NOT NULL,
    amount numeric(14,2) NOT NULL,
    person_id bigint,
    pgh_obj_id bigint NOT NULL,
    team_id bigint,
    CONSTRAINT board_goalevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.board_goalevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.board_goalevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.board_repday (
    id bigint NOT NULL,
    day date NOT NULL,
    calls integer NOT NULL,
    mails integer NOT NULL,
    meetings integer NOT NULL,
    conversations integer NOT NULL,
    reached integer NOT NULL,
    seen integer NOT NULL,
    written integer NOT NULL,
    scored integer NOT NULL,
    score_sum integer NOT NULL,
    lag_minutes bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT board_repday_calls_check CHECK ((calls >= 0)),
    CONSTRAINT board_repday_conversations_check CHECK ((conversations >= 0)),
    CONSTRAINT board_repday_lag_minutes_check CHECK ((lag_minutes >= 0)),
    CONSTRAINT board_repday_mails_check CHECK ((mails >= 0)),
    CONSTRAINT board_repday_meetings_check CHECK ((meetings >= 0)),
    CONSTRAINT board_repday_reached_check CHECK ((reached >= 0)),
    CONSTRAINT board_repday_score_sum_check CHECK ((score_sum >= 0)),
    CONSTRAINT board_repday_scored_check CHECK ((scored >= 0)),
    CONSTRAINT board_repday_seen_check CHECK ((seen >= 0)),
    CONSTRAINT board_repday_written_check CHECK ((written >= 0))
);
ALTER TABLE public.board_repday ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.board_repday_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.board_reviewline (
    id bigint NOT NULL,
    mrr numeric(14,2),
    days_over integer NOT NULL,
    causes jsonb NOT NULL,
    account_id bigint NOT NULL,
    review_id bigint NOT NULL,
    CONSTRAINT board_reviewline_days_over_check CHECK ((days_over >= 0))
);
ALTER TABLE public.board_reviewline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.board_reviewline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.board_reviewnote (
    id bigint NOT NULL,
    said character varying(10) NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id bigint,
    person_id bigint NOT NULL,
    review_id bigint NOT NULL,
    CONSTRAINT reviewnote_said CHECK (((said)::text = ANY ((ARRAY['asked'::character varying, 'answered'::character varying, 'coached'::character varying])::text[]))),
    CONSTRAINT reviewnote_says_something CHECK ((NOT (text = ''::text)))
);
ALTER TABLE public.board_reviewnote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.board_reviewnote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.calendar_calendar (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(120) NOT NULL,
    layer character varying(12) NOT NULL,
    zone character varying(64) NOT NULL,
    audience character varying(30)[] NOT NULL,
    archived_at timestamp with time zone,
    owner_id bigint,
    CONSTRAINT calendar_calendar_version_check CHECK ((version >= 0)),
    CONSTRAINT calendar_personal_has_owner CHECK (((((layer)::text = 'personal'::text) AND (owner_id IS NOT NULL)) OR ((NOT ((layer)::text = 'personal'::text)) AND (owner_id IS NULL))))
);
ALTER TABLE public.calendar_calendar ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calendar_calendar_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.calendar_calendarevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(120) NOT NULL,
    layer character varying(12) NOT NULL,
    zone character varying(64) NOT NULL,
    audience character varying(30)[] NOT NULL,
    archived_at timestamp with time zone,
    owner_id bigint,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT calendar_calendarevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.calendar_calendarevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calendar_calendarevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.calendar_category (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(60) NOT NULL,
    tone character varying(8) NOT NULL,
    retired_at timestamp with time zone,
    CONSTRAINT calendar_category_version_check CHECK ((version >= 0))
);
ALTER TABLE public.calendar_category ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calendar_category_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.calendar_categoryevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(60) NOT NULL,
    tone character varying(8) NOT NULL,
    retired_at timestamp with time zone,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT calendar_categoryevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.calendar_categoryevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calendar_categoryevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.calendar_event (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    uid character varying(300) NOT NULL,
    title character varying(300) NOT NULL,
    starts_on date NOT NULL,
    starts_time time without time zone,
    ends_on date NOT NULL,
    ends_time time without time zone,
    zone character varying(64) NOT NULL,
    rule character varying(500) NOT NULL,
    adds character varying(19)[] NOT NULL,
    leaves character varying(19)[] NOT NULL,
    recurrence_of character varying(19) NOT NULL,
    text text NOT NULL,
    place character varying(300) NOT NULL,
    url character varying(2000) NOT NULL,
    state character varying(9) NOT NULL,
    busy boolean NOT NULL,
    private boolean NOT NULL,
    categories character varying(60)[] NOT NULL,
    organizer_address character varying(254) NOT NULL,
    alarms integer[] NOT NULL,
    sequence integer NOT NULL,
    audience character varying(30)[] NOT NULL,
    worked_since date,
    worked_until date,
    removed_at timestamp with time zone,
    account_id bigint,
    calendar_id bigint NOT NULL,
    organizer_id bigint,
    series_id bigint,
    CONSTRAINT calendar_event_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT calendar_event_version_check CHECK ((version >= 0)),
    CONSTRAINT event_exception_whole CHECK (((((recurrence_of)::text = ''::text) AND (series_id IS NULL)) OR (((rule)::text = ''::text) AND (series_id IS NOT NULL) AND (NOT ((recurrence_of)::text = ''::text))))),
    CONSTRAINT event_forward CHECK (((ends_on > starts_on) OR ((ends_on = starts_on) AND (ends_time IS NULL)) OR ((ends_on = starts_on) AND (ends_time >= starts_time)))),
    CONSTRAINT event_times_whole CHECK ((((ends_time IS NULL) AND (starts_time IS NULL) AND ((zone)::text = ''::text)) OR ((ends_time IS NOT NULL) AND (starts_time IS NOT NULL) AND (NOT ((zone)::text = ''::text)))))
);
ALTER TABLE public.calendar_event ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calendar_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.calendar_eventevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    uid character varying(300) NOT NULL,
    title character varying(300) NOT NULL,
    starts_on date NOT NULL,
    starts_time time without time zone,
    ends_on date NOT NULL,
    ends_time time without time zone,
    zone character varying(64) NOT NULL,
    rule character varying(500) NOT NULL,
    adds character varying(19)[] NOT NULL,
    leaves character varying(19)[] NOT NULL,
    recurrence_of character varying(19) NOT NULL,
    text text NOT NULL,
    place character varying(300) NOT NULL,
    url character varying(2000) NOT NULL,
    state character varying(9) NOT NULL,
    busy boolean NOT NULL,
    private boolean NOT NULL,
    categories character varying(60)[] NOT NULL,
    organizer_address character varying(254) NOT NULL,
    alarms integer[] NOT NULL,
    sequence integer NOT NULL,
    audience character varying(30)[] NOT NULL,
    worked_since date,
    worked_until date,
    removed_at timestamp with time zone,
    account_id bigint,
    calendar_id bigint NOT NULL,
    organizer_id bigint,
    pgh_obj_id bigint NOT NULL,
    series_id bigint,
    CONSTRAINT calendar_eventevent_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT calendar_eventevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.calendar_eventevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calendar_eventevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.calendar_eventfile (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(200) NOT NULL,
    sha character varying(64) NOT NULL,
    zone character varying(64) NOT NULL,
    state character varying(8) NOT NULL,
    rows jsonb NOT NULL,
    made jsonb NOT NULL,
    was jsonb NOT NULL,
    created integer NOT NULL,
    updated integer NOT NULL,
    "left" integer NOT NULL,
    refused integer NOT NULL,
    audience character varying(30)[] NOT NULL,
    calendar_id bigint NOT NULL,
    person_id bigint,
    CONSTRAINT calendar_eventfile_created_check CHECK ((created >= 0)),
    CONSTRAINT calendar_eventfile_left_check CHECK (("left" >= 0)),
    CONSTRAINT calendar_eventfile_refused_check CHECK ((refused >= 0)),
    CONSTRAINT calendar_eventfile_updated_check CHECK ((updated >= 0)),
    CONSTRAINT calendar_eventfile_version_check CHECK ((version >= 0))
);
ALTER TABLE public.calendar_eventfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calendar_eventfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.calendar_feed (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(80) NOT NULL,
    others boolean NOT NULL,
    detail character varying(8) NOT NULL,
    last_used_at timestamp with time zone,
    ended_at timestamp with time zone,
    calendar_id bigint,
    link_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    CONSTRAINT calendar_feed_version_check CHECK ((version >= 0))
);
ALTER TABLE public.calendar_feed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calendar_feed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.calendar_guest (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    address character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    optional boolean NOT NULL,
    answer character varying(12) NOT NULL,
    answered_at timestamp with time zone,
    contact_id bigint,
    event_id bigint NOT NULL,
    person_id bigint,
    told character varying(16) NOT NULL,
    told_at timestamp with time zone,
    by_file boolean NOT NULL,
    CONSTRAINT calendar_guest_version_check CHECK ((version >= 0))
);
ALTER TABLE public.calendar_guest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calendar_guest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.calendar_guestevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    address character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    optional boolean NOT NULL,
    answer character varying(12) NOT NULL,
    answered_at timestamp with time zone,
    contact_id bigint,
    event_id bigint NOT NULL,
    person_id bigint,
    pgh_obj_id bigint NOT NULL,
    told character varying(16) NOT NULL,
    told_at timestamp with time zone,
    by_file boolean NOT NULL,
    CONSTRAINT calendar_guestevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.calendar_guestevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calendar_guestevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.calendar_hiddenlayers (
    person_id bigint NOT NULL,
    layers character varying(40)[] NOT NULL
);
CREATE TABLE public.calendar_invitation (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    uid character varying(300) NOT NULL,
    sequence integer NOT NULL,
    title character varying(300) NOT NULL,
    starts character varying(19) NOT NULL,
    ends character varying(19) NOT NULL,
    zone character varying(64) NOT NULL,
    rule character varying(500) NOT NULL,
    place character varying(300) NOT NULL,
    organizer character varying(254) NOT NULL,
    ours character varying(254) NOT NULL,
    sha character varying(64) NOT NULL,
    state character varying(10) NOT NULL,
    account_id bigint,
    event_id bigint,
    message_id bigint NOT NULL,
    person_id bigint,
    leaves character varying(19)[] NOT NULL,
    CONSTRAINT calendar_invitation_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT calendar_invitation_version_check CHECK ((version >= 0))
);
ALTER TABLE public.calendar_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calendar_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.calendar_occurrence (
    id bigint NOT NULL,
    key character varying(19) NOT NULL,
    days daterange NOT NULL,
    starts_at timestamp with time zone,
    ends_at timestamp with time zone,
    calendar_id bigint NOT NULL,
    event_id bigint NOT NULL
);
ALTER TABLE public.calendar_occurrence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calendar_occurrence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.calendar_reminder (
    id bigint NOT NULL,
    key character varying(19) NOT NULL,
    minutes integer,
    due_at timestamp with time zone NOT NULL,
    told_at timestamp with time zone,
    event_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT calendar_reminder_minutes_check CHECK ((minutes >= 0))
);
ALTER TABLE public.calendar_reminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calendar_reminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.channels_attachment (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(300) NOT NULL,
    mime character varying(200) NOT NULL,
    size bigint NOT NULL,
    sha character varying(64) NOT NULL,
    "position" smallint NOT NULL,
    message_id bigint NOT NULL,
    holds_id bigint,
    not_taken character varying(8) NOT NULL,
    CONSTRAINT channels_attachment_position_check CHECK (("position" >= 0)),
    CONSTRAINT channels_attachment_version_check CHECK ((version >= 0))
);
ALTER TABLE public.channels_attachment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.channels_attachment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.channels_mailanswer (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    ref_kind character varying(60) NOT NULL,
    ref_id bigint,
    state character varying(8) NOT NULL,
    reason character varying(20) NOT NULL,
    said text NOT NULL,
    message_id bigint NOT NULL,
    notice_id bigint,
    person_id bigint NOT NULL,
    CONSTRAINT channels_mailanswer_version_check CHECK ((version >= 0))
);
ALTER TABLE public.channels_mailanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.channels_mailanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.channels_mailbox (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(80) NOT NULL,
    address character varying(254) NOT NULL,
    imap_host character varying(200) NOT NULL,
    imap_port integer NOT NULL,
    imap_tls boolean NOT NULL,
    smtp_host character varying(200) NOT NULL,
    smtp_port integer NOT NULL,
    smtp_tls boolean NOT NULL,
    "user" character varying(200) NOT NULL,
    secret text NOT NULL,
    folder character varying(100) NOT NULL,
    done_folder character varying(100) NOT NULL,
    since_on date,
    uid_validity bigint,
    last_uid bigint NOT NULL,
    last_read_at timestamp with time zone,
    last_error character varying(500) NOT NULL,
    active boolean NOT NULL,
    use character varying(8) NOT NULL,
    CONSTRAINT channels_mailbox_imap_port_check CHECK ((imap_port >= 0)),
    CONSTRAINT channels_mailbox_smtp_port_check CHECK ((smtp_port >= 0)),
    CONSTRAINT channels_mailbox_version_check CHECK ((version >= 0))
);
ALTER TABLE public.channels_mailbox ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.channels_mailbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.channels_message (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    direction character varying(3) NOT NULL,
    state character varying(10) NOT NULL,
    error character varying(500) NOT NULL,
    kind character varying(12) NOT NULL,
    uid_validity bigint,
    uid bigint,
    raw_sha character varying(64) NOT NULL,
    raw_size bigint NOT NULL,
    message_id character varying(500) NOT NULL,
    digest character varying(64) NOT NULL,
    in_reply_to character varying(500) NOT NULL,
    "references" jsonb NOT NULL,
    from_address character varying(320) NOT NULL,
    from_name character varying(300) NOT NULL,
    "to" jsonb NOT NULL,
    cc jsonb NOT NULL,
    subject character varying(500) NOT NULL,
    sent_at timestamp with time zone,
    received_at timestamp with time zone,
    text text NOT NULL,
    reply_text text NOT NULL,
    signature text NOT NULL,
    phones jsonb NOT NULL,
    title character varying(200) NOT NULL,
    company character varying(200) NOT NULL,
    spam_hints jsonb NOT NULL,
    auto_answerable boolean NOT NULL,
    html_sha character varying(64) NOT NULL,
    warnings jsonb NOT NULL,
    purpose character varying(12) NOT NULL,
    key character varying(100),
    attempts smallint NOT NULL,
    next_try_at timestamp with time zone,
    account_id bigint,
    answers_id bigint,
    by_person_id bigint,
    contact_id bigint,
    duplicate_of_id bigint,
    mailbox_id bigint,
    thread_id bigint,
    retry_id bigint,
    capture character varying(8) NOT NULL,
    not_taken character varying(8) NOT NULL,
    CONSTRAINT channels_message_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT channels_message_version_check CHECK ((version >= 0)),
    CONSTRAINT message_between_is_a_hash CHECK (((NOT ((not_taken)::text = 'between'::text)) OR ((account_id IS NULL) AND (by_person_id IS NULL) AND (contact_id IS NULL) AND ((from_address)::text = ''::text) AND ((from_name)::text = ''::text) AND ((html_sha)::text = ''::text) AND ((message_id)::text = ''::text) AND ((raw_sha)::text = ''::text) AND (reply_text = ''::text) AND (signature = ''::text) AND ((subject)::text = ''::text) AND (text = ''::text) AND (thread_id IS NULL))))
);
ALTER TABLE public.channels_message ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.channels_message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.channels_nevertaken (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    covers character varying(8) NOT NULL,
    value character varying(320) NOT NULL,
    CONSTRAINT channels_nevertaken_version_check CHECK ((version >= 0)),
    CONSTRAINT nevertaken_no_word CHECK ((NOT ((covers)::text = 'word'::text)))
);
ALTER TABLE public.channels_nevertaken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.channels_nevertaken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.channels_ownfolder (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    role character varying(8) NOT NULL,
    name character varying(300) NOT NULL,
    uid_validity bigint,
    last_uid bigint NOT NULL,
    mailbox_id bigint NOT NULL,
    passed_uid bigint NOT NULL,
    CONSTRAINT channels_ownfolder_version_check CHECK ((version >= 0))
);
ALTER TABLE public.channels_ownfolder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.channels_ownfolder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.channels_ownmail (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    key character varying(64) NOT NULL,
    state character varying(8) NOT NULL,
    because character varying(10) NOT NULL,
    by_mark character varying(10) NOT NULL,
    outgoing boolean NOT NULL,
    folder character varying(8) NOT NULL,
    uid_validity bigint,
    uid bigint,
    at timestamp with time zone NOT NULL,
    address character varying(320) NOT NULL,
    subject character varying(500) NOT NULL,
    contact_id bigint,
    message_id bigint,
    mailbox_id bigint NOT NULL,
    asked_for boolean,
    CONSTRAINT channels_ownmail_version_check CHECK ((version >= 0)),
    CONSTRAINT ownmail_private_is_a_hash CHECK (((NOT ((state)::text = 'private'::text)) OR (((address)::text = ''::text) AND (contact_id IS NULL) AND (message_id IS NULL) AND ((subject)::text = ''::text))))
);
ALTER TABLE public.channels_ownmail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.channels_ownmail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.channels_ownmailbox (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    address character varying(254) NOT NULL,
    imap_host character varying(200) NOT NULL,
    imap_port integer NOT NULL,
    imap_tls boolean NOT NULL,
    "user" character varying(200) NOT NULL,
    secret text NOT NULL,
    last_read_at timestamp with time zone,
    last_error character varying(500) NOT NULL,
    state character varying(8) NOT NULL,
    since_on date NOT NULL,
    look_from date NOT NULL,
    sent_folder character varying(200) NOT NULL,
    faults smallint NOT NULL,
    next_look_at timestamp with time zone,
    person_id bigint NOT NULL,
    CONSTRAINT channels_ownmailbox_faults_check CHECK ((faults >= 0)),
    CONSTRAINT channels_ownmailbox_imap_port_check CHECK ((imap_port >= 0)),
    CONSTRAINT channels_ownmailbox_version_check CHECK ((version >= 0))
);
ALTER TABLE public.channels_ownmailbox ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.channels_ownmailbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.channels_ownrule (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    effect character varying(8) NOT NULL,
    covers character varying(8) NOT NULL,
    value character varying(320) NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT channels_ownrule_version_check CHECK ((version >= 0)),
    CONSTRAINT ownrule_word_is_private CHECK ((((effect)::text = 'private'::text) OR (NOT ((covers)::text = 'word'::text))))
);
ALTER TABLE public.channels_ownrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.channels_ownrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.channels_owntally (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    folder character varying(8) NOT NULL,
    "on" date NOT NULL,
    because character varying(10) NOT NULL,
    count integer NOT NULL,
    mailbox_id bigint NOT NULL,
    CONSTRAINT channels_owntally_count_check CHECK ((count >= 0)),
    CONSTRAINT channels_owntally_version_check CHECK ((version >= 0))
);
ALTER TABLE public.channels_owntally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.channels_owntally_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.channels_retry (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    total integer NOT NULL,
    done integer NOT NULL,
    failed integer NOT NULL,
    person_id bigint,
    CONSTRAINT channels_retry_done_check CHECK ((done >= 0)),
    CONSTRAINT channels_retry_failed_check CHECK ((failed >= 0)),
    CONSTRAINT channels_retry_total_check CHECK ((total >= 0)),
    CONSTRAINT channels_retry_version_check CHECK ((version >= 0)),
    CONSTRAINT retry_counts_once CHECK ((total >= (done + failed)))
);
ALTER TABLE public.channels_retry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.channels_retry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.channels_thread (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    subject character varying(500) NOT NULL,
    last_at timestamp with time zone,
    account_id bigint,
    contact_id bigint,
    CONSTRAINT channels_thread_version_check CHECK ((version >= 0))
);
ALTER TABLE public.channels_thread ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.channels_thread_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_change (
    id bigint NOT NULL,
    seq bigint,
    xid bigint DEFAULT ((pg_current_xact_id())::text)::bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind character varying(60) NOT NULL,
    object_id bigint NOT NULL,
    root_id bigint,
    topic character varying(80) NOT NULL,
    audience character varying(30)[] NOT NULL
);
ALTER TABLE public.core_change ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_heartbeat (
    name character varying(80) NOT NULL,
    at timestamp with time zone NOT NULL,
    note character varying(300) NOT NULL
);
CREATE TABLE public.core_link (
    id bigint NOT NULL,
    purpose character varying(40) NOT NULL,
    token_hash character varying(64) NOT NULL,
    scope jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    uses integer NOT NULL,
    max_uses integer,
    person_id bigint,
    CONSTRAINT core_link_max_uses_check CHECK ((max_uses >= 0)),
    CONSTRAINT core_link_uses_check CHECK ((uses >= 0))
);
ALTER TABLE public.core_link ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_link_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_log (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    action character varying(100) NOT NULL,
    actor_kind character varying(10) NOT NULL,
    actor_name character varying(60) NOT NULL,
    via character varying(10) NOT NULL,
    target_kind character varying(60) NOT NULL,
    target_id bigint,
    result_kind character varying(60) NOT NULL,
    result_id bigint,
    root_id bigint,
    cause_id uuid,
    undoes_id uuid,
    undo_args jsonb,
    on_behalf_of_id bigint,
    person_id bigint
);
CREATE TABLE public.core_notice (
    id bigint NOT NULL,
    event character varying(60) NOT NULL,
    subject character varying(300) NOT NULL,
    text text NOT NULL,
    ref_kind character varying(60) NOT NULL,
    ref_id bigint,
    state character varying(10) NOT NULL,
    attempts smallint NOT NULL,
    error character varying(500) NOT NULL,
    created_at timestamp with time zone,
    sent_at timestamp with time zone,
    person_id bigint NOT NULL,
    bundle_id bigint,
    by_person_id bigint,
    digest boolean NOT NULL,
    escalate_at timestamp with time zone,
    mail_at timestamp with time zone,
    more integer NOT NULL,
    on_desktop boolean NOT NULL,
    on_page boolean NOT NULL,
    read_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    CONSTRAINT core_notice_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT core_notice_more_check CHECK ((more >= 0)),
    CONSTRAINT core_notice_version_check CHECK ((version >= 0))
);
ALTER TABLE public.core_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_oncekey (
    id bigint NOT NULL,
    identity character varying(80) NOT NULL,
    key character varying(200) NOT NULL,
    digest character varying(64) NOT NULL,
    log_id uuid,
    result_kind character varying(60) NOT NULL,
    result_id bigint,
    at timestamp with time zone NOT NULL
);
ALTER TABLE public.core_oncekey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_oncekey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_run (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    action character varying(100) NOT NULL,
    given jsonb NOT NULL,
    actor_kind character varying(10) NOT NULL,
    actor_name character varying(60) NOT NULL,
    via character varying(10) NOT NULL,
    kind character varying(60) NOT NULL,
    source character varying(2000) NOT NULL,
    state character varying(10) NOT NULL,
    total integer NOT NULL,
    done integer NOT NULL,
    refused integer NOT NULL,
    conflicts integer NOT NULL,
    failed integer NOT NULL,
    log_id uuid,
    note character varying(300) NOT NULL,
    not_before_at timestamp with time zone,
    started_at timestamp with time zone,
    stretch_at timestamp with time zone,
    stretch_from integer NOT NULL,
    touched_at timestamp with time zone,
    finished_at timestamp with time zone,
    on_behalf_of_id bigint,
    person_id bigint,
    undoes_id bigint,
    CONSTRAINT core_run_conflicts_check CHECK ((conflicts >= 0)),
    CONSTRAINT core_run_done_check CHECK ((done >= 0)),
    CONSTRAINT core_run_failed_check CHECK ((failed >= 0)),
    CONSTRAINT core_run_refused_check CHECK ((refused >= 0)),
    CONSTRAINT core_run_stretch_from_check CHECK ((stretch_from >= 0)),
    CONSTRAINT core_run_total_check CHECK ((total >= 0)),
    CONSTRAINT core_run_version_check CHECK ((version >= 0))
);
ALTER TABLE public.core_run ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_runtarget (
    id bigint NOT NULL,
    "position" integer NOT NULL,
    target_id bigint,
    target_version integer,
    given jsonb,
    undoes_id uuid,
    outcome character varying(10) NOT NULL,
    sentence character varying(500) NOT NULL,
    reason character varying(300) NOT NULL,
    name character varying(200) NOT NULL,
    log_id uuid,
    result_kind character varying(60) NOT NULL,
    result_id bigint,
    run_id bigint NOT NULL,
    CONSTRAINT core_runtarget_position_check CHECK (("position" >= 0)),
    CONSTRAINT core_runtarget_target_version_check CHECK ((target_version >= 0))
);
ALTER TABLE public.core_runtarget ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_runtarget_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_searchentry (
    id bigint NOT NULL,
    ref_kind character varying(60) NOT NULL,
    ref_id bigint NOT NULL,
    root_id bigint,
    audience text[] NOT NULL,
    people bigint[] NOT NULL,
    teams bigint[] NOT NULL,
    owner_id bigint,
    title character varying(400) NOT NULL,
    detail character varying(400) NOT NULL,
    short character varying(200) NOT NULL COLLATE pg_catalog."C",
    keys text[] NOT NULL,
    words tsvector NOT NULL,
    body tsvector,
    state character varying(40) NOT NULL,
    weight smallint NOT NULL,
    named boolean NOT NULL,
    at timestamp with time zone,
    stale boolean NOT NULL
);
ALTER TABLE public.core_searchentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_searchentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_searchmark (
    name character varying(60) NOT NULL,
    at bigint NOT NULL,
    edition integer NOT NULL,
    done boolean NOT NULL
);
CREATE TABLE public.core_searchword (
    word character varying(40) NOT NULL COLLATE pg_catalog."C",
    spelled boolean NOT NULL
);
CREATE TABLE public.core_timelineentry (
    id bigint NOT NULL,
    root_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind character varying(60) NOT NULL,
    ref_kind character varying(60) NOT NULL,
    ref_id bigint NOT NULL,
    title character varying(300) NOT NULL,
    text text NOT NULL,
    audience character varying(30)[] NOT NULL,
    pinned boolean NOT NULL,
    person_id bigint
);
ALTER TABLE public.core_timelineentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_timelineentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE SEQUENCE public.directory_account_number
    START WITH 1000
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.directory_account (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    number bigint DEFAULT nextval('public.directory_account_number'::regclass) NOT NULL,
    name character varying(200) NOT NULL,
    legal_name character varying(200) NOT NULL,
    sort_key character varying(400) NOT NULL COLLATE pg_catalog."C",
    kind character varying(12) NOT NULL,
    tier character varying(1),
    phone character varying(16) NOT NULL,
    zone character varying(40) NOT NULL,
    street character varying(200) NOT NULL,
    city character varying(100) NOT NULL,
    region character varying(60) NOT NULL,
    postal_code character varying(20) NOT NULL,
    country character varying(2) NOT NULL,
    website character varying(200) NOT NULL,
    note text NOT NULL,
    archived_at timestamp with time zone,
    owner_id bigint,
    parent_id bigint,
    bill_to_id bigint,
    custom jsonb NOT NULL,
    language character varying(10) NOT NULL,
    tags character varying(40)[] NOT NULL,
    trade_name character varying(200) NOT NULL,
    merged_into_id bigint,
    CONSTRAINT account_has_name CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT account_kind CHECK (((kind)::text = ANY ((ARRAY['agency'::character varying, 'mga'::character varying, 'carrier'::character varying, 'network'::character varying, 'association'::character varying, 'supplier'::character varying])::text[]))),
    CONSTRAINT account_merged_is_archived CHECK (((merged_into_id IS NULL) OR ((archived_at IS NOT NULL) AND (NOT ((merged_into_id = id) AND (merged_into_id IS NOT NULL)))))),
    CONSTRAINT account_not_own_parent CHECK ((NOT ((parent_id = id) AND (parent_id IS NOT NULL)))),
    CONSTRAINT account_not_own_payer CHECK ((NOT ((bill_to_id = id) AND (bill_to_id IS NOT NULL)))),
    CONSTRAINT account_tier CHECK (((tier IS NULL) OR ((tier)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying, 'C'::character varying, 'D'::character varying])::text[])))),
    CONSTRAINT directory_account_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_account ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_accountdomain (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    domain character varying(253) NOT NULL,
    account_id bigint NOT NULL,
    CONSTRAINT accountdomain_lower CHECK ((((domain)::text = lower((domain)::text)) AND (NOT ((domain)::text = ''::text)))),
    CONSTRAINT directory_accountdomain_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_accountdomain ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_accountdomain_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_accountevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    number bigint DEFAULT nextval('public.directory_account_number'::regclass) NOT NULL,
    name character varying(200) NOT NULL,
    legal_name character varying(200) NOT NULL,
    sort_key character varying(400) NOT NULL COLLATE pg_catalog."C",
    kind character varying(12) NOT NULL,
    tier character varying(1),
    phone character varying(16) NOT NULL,
    zone character varying(40) NOT NULL,
    street character varying(200) NOT NULL,
    city character varying(100) NOT NULL,
    region character varying(60) NOT NULL,
    postal_code character varying(20) NOT NULL,
    country character varying(2) NOT NULL,
    website character varying(200) NOT NULL,
    note text NOT NULL,
    archived_at timestamp with time zone,
    owner_id bigint,
    parent_id bigint,
    pgh_obj_id bigint NOT NULL,
    bill_to_id bigint,
    custom jsonb NOT NULL,
    language character varying(10) NOT NULL,
    tags character varying(40)[] NOT NULL,
    trade_name character varying(200) NOT NULL,
    merged_into_id bigint,
    CONSTRAINT directory_accountevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_accountevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_accountevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_accountfacts (
    account_id bigint NOT NULL,
    mrr numeric(14,2),
    customer_since date,
    renewal_on date,
    open_cancellation boolean NOT NULL,
    last_attempt_at timestamp with time zone,
    last_conversation_at timestamp with time zone,
    last_word_at timestamp with time zone,
    next_promise_on date,
    open_items integer
);
CREATE TABLE public.directory_accountfile (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(200) NOT NULL,
    media_type character varying(100) NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    note character varying(200) NOT NULL,
    removed_at timestamp with time zone,
    account_id bigint NOT NULL,
    added_by_id bigint,
    contact_id bigint,
    CONSTRAINT accountfile_has_name CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT directory_accountfile_size_check CHECK ((size >= 0)),
    CONSTRAINT directory_accountfile_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_accountfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_accountfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_accountfileevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(200) NOT NULL,
    media_type character varying(100) NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    note character varying(200) NOT NULL,
    removed_at timestamp with time zone,
    account_id bigint NOT NULL,
    added_by_id bigint,
    contact_id bigint,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT directory_accountfileevent_size_check CHECK ((size >= 0)),
    CONSTRAINT directory_accountfileevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_accountfileevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_accountfileevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_accountowner (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    role character varying(12) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    account_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT accountowner_dates CHECK (((ends_on IS NULL) OR (ends_on > starts_on))),
    CONSTRAINT accountowner_role CHECK (((role)::text = ANY ((ARRAY['owner'::character varying, 'support'::character varying])::text[]))),
    CONSTRAINT directory_accountowner_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_accountowner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_accountowner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_attempt (
    id bigint NOT NULL,
    medium character varying(8) NOT NULL,
    purpose character varying(12) NOT NULL,
    to_hash character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id bigint,
    person_id bigint,
    contact_id bigint,
    CONSTRAINT attempt_medium CHECK (((medium)::text = ANY ((ARRAY['mail'::character varying, 'phone'::character varying, 'text'::character varying])::text[]))),
    CONSTRAINT attempt_purpose CHECK (((purpose)::text = ANY ((ARRAY['answer'::character varying, 'service'::character varying, 'sales'::character varying, 'campaign'::character varying])::text[])))
);
ALTER TABLE public.directory_attempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_attempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_callingwindow (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    country character varying(2) NOT NULL,
    region character varying(60) NOT NULL,
    weekdays character varying(11) NOT NULL,
    saturday character varying(11) NOT NULL,
    sunday character varying(11) NOT NULL,
    holidays boolean NOT NULL,
    attempts smallint,
    zone character varying(40) NOT NULL,
    customers_exempt boolean NOT NULL,
    binds_business boolean NOT NULL,
    starts_on date NOT NULL,
    source character varying(400) NOT NULL,
    to_verify character varying(300) NOT NULL,
    CONSTRAINT callingwindow_attempts CHECK (((attempts IS NULL) OR (attempts >= 1))),
    CONSTRAINT callingwindow_hours CHECK ((((weekdays)::text ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-4]):[0-5][0-9])?$'::text) AND ((saturday)::text ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-4]):[0-5][0-9])?$'::text) AND ((sunday)::text ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-4]):[0-5][0-9])?$'::text))),
    CONSTRAINT callingwindow_source CHECK ((NOT ((source)::text = ''::text))),
    CONSTRAINT directory_callingwindow_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT directory_callingwindow_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_callingwindow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_callingwindow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_callingwindowevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    country character varying(2) NOT NULL,
    region character varying(60) NOT NULL,
    weekdays character varying(11) NOT NULL,
    saturday character varying(11) NOT NULL,
    sunday character varying(11) NOT NULL,
    holidays boolean NOT NULL,
    attempts smallint,
    zone character varying(40) NOT NULL,
    customers_exempt boolean NOT NULL,
    binds_business boolean NOT NULL,
    starts_on date NOT NULL,
    source character varying(400) NOT NULL,
    to_verify character varying(300) NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT directory_callingwindowevent_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT directory_callingwindowevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_callingwindowevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_callingwindowevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_consent (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    address_hash character varying(64) NOT NULL,
    medium character varying(8) NOT NULL,
    purpose character varying(12) NOT NULL,
    given boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    how character varying(8) NOT NULL,
    proof text NOT NULL,
    proof_sha character varying(64) NOT NULL,
    proof_name character varying(200) NOT NULL,
    contact_id bigint,
    person_id bigint,
    CONSTRAINT consent_how CHECK (((how)::text = ANY ((ARRAY['phone'::character varying, 'mail'::character varying, 'text'::character varying, 'form'::character varying, 'letter'::character varying, 'person'::character varying, 'link'::character varying])::text[]))),
    CONSTRAINT consent_medium CHECK ((((medium)::text = ''::text) OR ((medium)::text = ANY ((ARRAY['mail'::character varying, 'phone'::character varying, 'text'::character varying])::text[])))),
    CONSTRAINT consent_purpose CHECK ((((purpose)::text = ''::text) OR ((purpose)::text = ANY ((ARRAY['answer'::character varying, 'service'::character varying, 'sales'::character varying, 'campaign'::character varying])::text[])))),
    CONSTRAINT consent_whose CHECK (((NOT (contact_id IS NULL)) OR (NOT ((address_hash)::text = ''::text)))),
    CONSTRAINT consent_yes_is_proven CHECK (((NOT given) OR (NOT (proof = ''::text)) OR (NOT ((proof_sha)::text = ''::text)))),
    CONSTRAINT directory_consent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_consent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_consent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_contact (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(200) NOT NULL,
    sort_key character varying(400) NOT NULL COLLATE pg_catalog."C",
    title character varying(120) NOT NULL,
    role_kind character varying(12) NOT NULL,
    zone character varying(40),
    note text NOT NULL,
    left_on date,
    account_id bigint NOT NULL,
    best_time character varying(80) NOT NULL,
    custom jsonb NOT NULL,
    language character varying(10) NOT NULL,
    reach_by character varying(8) NOT NULL,
    tags character varying(40)[] NOT NULL,
    location_id bigint,
    merged_into_id bigint,
    CONSTRAINT contact_has_name CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT contact_merged_has_left CHECK (((merged_into_id IS NULL) OR ((left_on IS NOT NULL) AND (NOT ((merged_into_id = id) AND (merged_into_id IS NOT NULL)))))),
    CONSTRAINT contact_reach_by CHECK ((((reach_by)::text = ''::text) OR ((reach_by)::text = ANY ((ARRAY['mail'::character varying, 'phone'::character varying, 'text'::character varying])::text[])))),
    CONSTRAINT contact_role_kind CHECK (((role_kind)::text = ANY ((ARRAY['principal'::character varying, 'manager'::character varying, 'producer'::character varying, 'service'::character varying, 'billing'::character varying, 'technical'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT directory_contact_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_contact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_contact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_contactemail (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    address character varying(254) NOT NULL,
    "primary" boolean NOT NULL,
    bounced_at timestamp with time zone,
    contact_id bigint NOT NULL,
    CONSTRAINT contactemail_lower CHECK ((((address)::text = lower((address)::text)) AND ((address)::text ~~ '%@%'::text))),
    CONSTRAINT directory_contactemail_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_contactemail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_contactemail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_contactemailevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    address character varying(254) NOT NULL,
    "primary" boolean NOT NULL,
    bounced_at timestamp with time zone,
    contact_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT directory_contactemailevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_contactemailevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_contactemailevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_contactevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(200) NOT NULL,
    sort_key character varying(400) NOT NULL COLLATE pg_catalog."C",
    title character varying(120) NOT NULL,
    role_kind character varying(12) NOT NULL,
    zone character varying(40),
    note text NOT NULL,
    left_on date,
    account_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    best_time character varying(80) NOT NULL,
    custom jsonb NOT NULL,
    language character varying(10) NOT NULL,
    reach_by character varying(8) NOT NULL,
    tags character varying(40)[] NOT NULL,
    location_id bigint,
    merged_into_id bigint,
    CONSTRAINT directory_contactevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_contactevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_contactevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_contactphone (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    e164 character varying(16) NOT NULL,
    kind character varying(8) NOT NULL,
    "primary" boolean NOT NULL,
    contact_id bigint NOT NULL,
    CONSTRAINT contactphone_e164 CHECK (((e164)::text ~ '^\+[1-9][0-9]{6,14}$'::text)),
    CONSTRAINT contactphone_kind CHECK (((kind)::text = ANY ((ARRAY['work'::character varying, 'mobile'::character varying, 'home'::character varying, 'fax'::character varying])::text[]))),
    CONSTRAINT directory_contactphone_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_contactphone ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_contactphone_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_contactphoneevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    e164 character varying(16) NOT NULL,
    kind character varying(8) NOT NULL,
    "primary" boolean NOT NULL,
    contact_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT directory_contactphoneevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_contactphoneevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_contactphoneevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_customfield (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    noun character varying(10) NOT NULL,
    name character varying(40) NOT NULL,
    label character varying(80) NOT NULL,
    kind character varying(10) NOT NULL,
    options character varying(80)[] NOT NULL,
    help character varying(200) NOT NULL,
    "order" smallint NOT NULL,
    pack character varying(40) NOT NULL,
    retired_at timestamp with time zone,
    CONSTRAINT customfield_kind CHECK (((kind)::text = ANY ((ARRAY['text'::character varying, 'number'::character varying, 'money'::character varying, 'date'::character varying, 'yes'::character varying, 'choice'::character varying, 'choices'::character varying])::text[]))),
    CONSTRAINT customfield_label CHECK ((NOT ((label)::text = ''::text))),
    CONSTRAINT customfield_name CHECK (((name)::text ~ '^[a-z][a-z0-9_]*$'::text)),
    CONSTRAINT customfield_noun CHECK (((noun)::text = ANY ((ARRAY['account'::character varying, 'contact'::character varying])::text[]))),
    CONSTRAINT directory_customfield_order_check CHECK (("order" >= 0)),
    CONSTRAINT directory_customfield_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_customfield ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_customfield_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_customfieldevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    noun character varying(10) NOT NULL,
    name character varying(40) NOT NULL,
    label character varying(80) NOT NULL,
    kind character varying(10) NOT NULL,
    options character varying(80)[] NOT NULL,
    help character varying(200) NOT NULL,
    "order" smallint NOT NULL,
    pack character varying(40) NOT NULL,
    retired_at timestamp with time zone,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT directory_customfieldevent_order_check CHECK (("order" >= 0)),
    CONSTRAINT directory_customfieldevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_customfieldevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_customfieldevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_donotcalllist (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(120) NOT NULL,
    as_of date NOT NULL,
    numbers integer NOT NULL,
    unread integer NOT NULL,
    loaded_at timestamp with time zone NOT NULL,
    person_id bigint,
    CONSTRAINT directory_donotcalllist_numbers_check CHECK ((numbers >= 0)),
    CONSTRAINT directory_donotcalllist_unread_check CHECK ((unread >= 0)),
    CONSTRAINT directory_donotcalllist_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_donotcalllist ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_donotcalllist_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_duplicatepair (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    kind character varying(8) NOT NULL,
    score numeric(15,14) NOT NULL,
    reasons character varying(120)[] NOT NULL,
    apart boolean NOT NULL,
    state character varying(10) NOT NULL,
    found_by character varying(8) NOT NULL,
    decided_at timestamp with time zone,
    account_a_id bigint,
    account_b_id bigint,
    contact_a_id bigint,
    contact_b_id bigint,
    decided_by_id bigint,
    CONSTRAINT directory_duplicatepair_version_check CHECK ((version >= 0)),
    CONSTRAINT duplicatepair_accounts_ordered CHECK (((account_a_id IS NULL) OR (account_a_id < account_b_id))),
    CONSTRAINT duplicatepair_contacts_ordered CHECK (((contact_a_id IS NULL) OR (contact_a_id < contact_b_id))),
    CONSTRAINT duplicatepair_found_by CHECK (((found_by)::text = ANY ((ARRAY['search'::character varying, 'entry'::character varying, 'import'::character varying])::text[]))),
    CONSTRAINT duplicatepair_kind CHECK (((kind)::text = ANY ((ARRAY['account'::character varying, 'contact'::character varying])::text[]))),
    CONSTRAINT duplicatepair_of_one_kind CHECK ((((account_a_id IS NOT NULL) AND (account_b_id IS NOT NULL) AND (contact_a_id IS NULL) AND (contact_b_id IS NULL)) OR ((account_a_id IS NULL) AND (account_b_id IS NULL) AND (contact_a_id IS NOT NULL) AND (contact_b_id IS NOT NULL)))),
    CONSTRAINT duplicatepair_state CHECK (((state)::text = ANY ((ARRAY['open'::character varying, 'different'::character varying, 'merged'::character varying])::text[])))
);
ALTER TABLE public.directory_duplicatepair ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_duplicatepair_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_duplicatesearch (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    kind character varying(8) NOT NULL,
    state character varying(8) NOT NULL,
    done integer NOT NULL,
    total integer NOT NULL,
    found integer NOT NULL,
    new integer NOT NULL,
    error character varying(300) NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    started_by_id bigint,
    CONSTRAINT directory_duplicatesearch_done_check CHECK ((done >= 0)),
    CONSTRAINT directory_duplicatesearch_found_check CHECK ((found >= 0)),
    CONSTRAINT directory_duplicatesearch_new_check CHECK ((new >= 0)),
    CONSTRAINT directory_duplicatesearch_total_check CHECK ((total >= 0)),
    CONSTRAINT directory_duplicatesearch_version_check CHECK ((version >= 0)),
    CONSTRAINT duplicatesearch_kind CHECK (((kind)::text = ANY ((ARRAY['account'::character varying, 'contact'::character varying])::text[]))),
    CONSTRAINT duplicatesearch_state CHECK (((state)::text = ANY ((ARRAY['waiting'::character varying, 'running'::character varying, 'done'::character varying, 'stopped'::character varying, 'failed'::character varying])::text[])))
);
ALTER TABLE public.directory_duplicatesearch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_duplicatesearch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_externalid (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    system character varying(40) NOT NULL,
    kind character varying(12) NOT NULL,
    value character varying(200) NOT NULL,
    account_id bigint,
    contact_id bigint,
    CONSTRAINT directory_externalid_version_check CHECK ((version >= 0)),
    CONSTRAINT externalid_of_one CHECK ((((account_id IS NOT NULL) AND (contact_id IS NULL) AND ((kind)::text = 'account'::text)) OR ((account_id IS NULL) AND (contact_id IS NOT NULL) AND ((kind)::text = 'contact'::text))))
);
ALTER TABLE public.directory_externalid ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_externalid_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_import (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    kind character varying(40) NOT NULL,
    via character varying(10) NOT NULL,
    filename character varying(200) NOT NULL,
    sha character varying(64) NOT NULL,
    size bigint NOT NULL,
    state character varying(10) NOT NULL,
    dialect jsonb NOT NULL,
    columns jsonb NOT NULL,
    sample jsonb NOT NULL,
    signature character varying(64) NOT NULL,
    mapping jsonb NOT NULL,
    update_known boolean NOT NULL,
    total integer NOT NULL,
    counts jsonb NOT NULL,
    done integer NOT NULL,
    note character varying(500) NOT NULL,
    warnings jsonb NOT NULL,
    log_id uuid,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    touched_at timestamp with time zone,
    corrects_id bigint,
    person_id bigint,
    going_by_id bigint,
    undoing boolean NOT NULL,
    unread jsonb NOT NULL,
    CONSTRAINT directory_import_done_check CHECK ((done >= 0)),
    CONSTRAINT directory_import_total_check CHECK ((total >= 0)),
    CONSTRAINT directory_import_version_check CHECK ((version >= 0)),
    CONSTRAINT import_state CHECK (((state)::text = ANY ((ARRAY['mapping'::character varying, 'reading'::character varying, 'ready'::character varying, 'waiting'::character varying, 'working'::character varying, 'stopped'::character varying, 'done'::character varying, 'undoing'::character varying, 'undone'::character varying, 'failed'::character varying])::text[])))
);
ALTER TABLE public.directory_import ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_import_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_importmap (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    kind character varying(40) NOT NULL,
    name character varying(80) NOT NULL,
    signature character varying(64) NOT NULL,
    mapping jsonb NOT NULL,
    CONSTRAINT directory_importmap_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_importmap ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_importmap_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_importrow (
    id bigint NOT NULL,
    "position" integer NOT NULL,
    name character varying(200) NOT NULL,
    "values" jsonb NOT NULL,
    plan jsonb NOT NULL,
    asked jsonb,
    verdict character varying(8) NOT NULL,
    code character varying(40) NOT NULL,
    outcome character varying(8) NOT NULL,
    said character varying(500) NOT NULL,
    account_id bigint,
    contact_id bigint,
    version integer NOT NULL,
    batch_id bigint NOT NULL,
    "left" smallint NOT NULL,
    CONSTRAINT directory_importrow_left_check CHECK (("left" >= 0)),
    CONSTRAINT directory_importrow_position_check CHECK (("position" >= 0)),
    CONSTRAINT directory_importrow_version_check CHECK ((version >= 0)),
    CONSTRAINT importrow_outcome CHECK (((outcome)::text = ANY ((ARRAY['waiting'::character varying, 'done'::character varying, 'refused'::character varying, 'undone'::character varying, 'kept'::character varying])::text[]))),
    CONSTRAINT importrow_verdict CHECK (((verdict)::text = ANY ((ARRAY['create'::character varying, 'update'::character varying, 'same'::character varying, 'ask'::character varying, 'refuse'::character varying, 'leave'::character varying])::text[])))
);
ALTER TABLE public.directory_importrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_importrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_listednumber (
    id bigint NOT NULL,
    number_hash character varying(64) NOT NULL,
    of_id bigint NOT NULL
);
ALTER TABLE public.directory_listednumber ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_listednumber_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_location (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(10) NOT NULL,
    street character varying(200) NOT NULL,
    city character varying(100) NOT NULL,
    region character varying(60) NOT NULL,
    postal_code character varying(20) NOT NULL,
    country character varying(2) NOT NULL,
    phone character varying(16) NOT NULL,
    zone character varying(40) NOT NULL,
    closed_on date,
    account_id bigint NOT NULL,
    CONSTRAINT directory_location_version_check CHECK ((version >= 0)),
    CONSTRAINT location_kind CHECK (((kind)::text = ANY ((ARRAY['office'::character varying, 'mailing'::character varying, 'billing'::character varying, 'shipping'::character varying])::text[]))),
    CONSTRAINT location_says_where CHECK (((NOT ((name)::text = ''::text)) OR (NOT ((street)::text = ''::text)) OR (NOT ((city)::text = ''::text)) OR (NOT ((postal_code)::text = ''::text))))
);
ALTER TABLE public.directory_location ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_location_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_locationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(10) NOT NULL,
    street character varying(200) NOT NULL,
    city character varying(100) NOT NULL,
    region character varying(60) NOT NULL,
    postal_code character varying(20) NOT NULL,
    country character varying(2) NOT NULL,
    phone character varying(16) NOT NULL,
    zone character varying(40) NOT NULL,
    closed_on date,
    account_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT directory_locationevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_locationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_locationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_matchmark (
    name character varying(20) NOT NULL,
    at bigint NOT NULL
);
CREATE TABLE public.directory_merge (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    kind character varying(8) NOT NULL,
    merged_at timestamp with time zone NOT NULL,
    merged_on date NOT NULL,
    undone_at timestamp with time zone,
    by_person_id bigint,
    gone_account_id bigint,
    gone_contact_id bigint,
    kept_account_id bigint,
    kept_contact_id bigint,
    undone_by_id bigint,
    CONSTRAINT directory_merge_version_check CHECK ((version >= 0)),
    CONSTRAINT merge_kind CHECK (((kind)::text = ANY ((ARRAY['account'::character varying, 'contact'::character varying])::text[])))
);
ALTER TABLE public.directory_merge ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_merge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_mergedrow (
    id bigint NOT NULL,
    kind character varying(60) NOT NULL,
    change character varying(8) NOT NULL,
    "column" character varying(60) NOT NULL,
    ids bigint[] NOT NULL,
    before jsonb,
    after jsonb,
    merge_id bigint NOT NULL
);
ALTER TABLE public.directory_mergedrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_mergedrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_networkmembership (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    code character varying(40) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    account_id bigint NOT NULL,
    network_id bigint NOT NULL,
    CONSTRAINT directory_networkmembership_version_check CHECK ((version >= 0)),
    CONSTRAINT networkmembership_dates CHECK (((ends_on IS NULL) OR (ends_on > starts_on))),
    CONSTRAINT networkmembership_not_itself CHECK ((NOT (account_id = network_id)))
);
ALTER TABLE public.directory_networkmembership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_networkmembership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_networkmembershipevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    code character varying(40) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    account_id bigint NOT NULL,
    network_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT directory_networkmembershipevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_networkmembershipevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_networkmembershipevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_override (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    medium character varying(8) NOT NULL,
    reason character varying(300) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    contact_id bigint NOT NULL,
    person_id bigint,
    CONSTRAINT directory_override_version_check CHECK ((version >= 0)),
    CONSTRAINT override_forward CHECK ((ends_at > starts_at)),
    CONSTRAINT override_medium CHECK (((medium)::text = ANY ((ARRAY['mail'::character varying, 'phone'::character varying, 'text'::character varying])::text[]))),
    CONSTRAINT override_reason CHECK ((NOT ((reason)::text = ''::text)))
);
ALTER TABLE public.directory_override ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_override_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_relation (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    region character varying(60) NOT NULL,
    status character varying(10) NOT NULL,
    since_on date,
    code character varying(40) NOT NULL,
    ended_on date,
    account_id bigint NOT NULL,
    partner_id bigint NOT NULL,
    category_id bigint,
    CONSTRAINT directory_relation_version_check CHECK ((version >= 0)),
    CONSTRAINT relation_not_itself CHECK ((NOT (account_id = partner_id))),
    CONSTRAINT relation_status CHECK (((status)::text = ANY ((ARRAY['asked'::character varying, 'active'::character varying, 'suspended'::character varying, 'declined'::character varying])::text[])))
);
ALTER TABLE public.directory_relation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_relation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_relationcategory (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(60) NOT NULL,
    pack character varying(40) NOT NULL,
    retired_at timestamp with time zone,
    CONSTRAINT directory_relationcategory_version_check CHECK ((version >= 0)),
    CONSTRAINT relationcategory_has_name CHECK ((NOT ((name)::text = ''::text)))
);
ALTER TABLE public.directory_relationcategory ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_relationcategory_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_relationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    region character varying(60) NOT NULL,
    status character varying(10) NOT NULL,
    since_on date,
    code character varying(40) NOT NULL,
    ended_on date,
    account_id bigint NOT NULL,
    category_id bigint,
    partner_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT directory_relationevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_relationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_relationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_suppression (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    address_hash character varying(64) NOT NULL,
    scope character varying(12) NOT NULL,
    reason character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    contact_id bigint,
    CONSTRAINT directory_suppression_version_check CHECK ((version >= 0)),
    CONSTRAINT suppression_scope CHECK (((scope)::text = ANY ((ARRAY['marketing'::character varying, 'all'::character varying])::text[])))
);
ALTER TABLE public.directory_suppression ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_suppression_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_term (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    term character varying(80) NOT NULL,
    sort_key character varying(200) NOT NULL COLLATE pg_catalog."C",
    meaning text NOT NULL,
    pack character varying(40) NOT NULL,
    CONSTRAINT directory_term_version_check CHECK ((version >= 0)),
    CONSTRAINT term_has_word CHECK ((NOT ((term)::text = ''::text)))
);
ALTER TABLE public.directory_term ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_term_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_termevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    term character varying(80) NOT NULL,
    sort_key character varying(200) NOT NULL COLLATE pg_catalog."C",
    meaning text NOT NULL,
    pack character varying(40) NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT directory_termevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_termevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_termevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_territoryaccount (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    starts_on date,
    ends_on date,
    reason character varying(250) NOT NULL,
    account_id bigint NOT NULL,
    change_id bigint,
    ended_by_id bigint,
    territory_id bigint,
    CONSTRAINT directory_territoryaccount_version_check CHECK ((version >= 0)),
    CONSTRAINT territoryaccount_dates CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT territoryaccount_reason CHECK ((NOT ((reason)::text = ''::text)))
);
ALTER TABLE public.directory_territoryaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_territoryaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_territoryaccountevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    starts_on date,
    ends_on date,
    reason character varying(250) NOT NULL,
    account_id bigint NOT NULL,
    change_id bigint,
    ended_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    territory_id bigint,
    CONSTRAINT directory_territoryaccountevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_territoryaccountevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_territoryaccountevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_territorymove (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    role character varying(12) NOT NULL,
    state character varying(8) NOT NULL,
    note character varying(300) NOT NULL,
    account_id bigint NOT NULL,
    after_id bigint NOT NULL,
    before_id bigint,
    change_id bigint NOT NULL,
    territory_id bigint NOT NULL,
    CONSTRAINT directory_territorymove_version_check CHECK ((version >= 0))
);
ALTER TABLE public.directory_territorymove ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_territorymove_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.intake_assignment (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    assigned_at timestamp with time zone NOT NULL,
    units numeric(6,2) NOT NULL,
    ended_at timestamp with time zone,
    why_code character varying(40) NOT NULL,
    why_args jsonb NOT NULL,
    assigned_by_id bigint,
    person_id bigint NOT NULL,
    task_id bigint NOT NULL,
    item_id bigint NOT NULL,
    rule_id bigint,
    CONSTRAINT intake_assignment_version_check CHECK ((version >= 0))
);
ALTER TABLE public.intake_assignment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_assignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.intake_decision (
    id bigint NOT NULL,
    rule_edition integer NOT NULL,
    facts_digest character varying(16) NOT NULL,
    facts jsonb NOT NULL,
    code character varying(40) NOT NULL,
    args jsonb NOT NULL,
    counts jsonb NOT NULL,
    nearest jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    winner_id bigint,
    item_id bigint NOT NULL,
    rule_id bigint,
    CONSTRAINT intake_decision_rule_edition_check CHECK ((rule_edition >= 0))
);
ALTER TABLE public.intake_decision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.intake_queueitem (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    medium character varying(10) NOT NULL,
    subject character varying(300) NOT NULL,
    sender character varying(320) NOT NULL,
    text text NOT NULL,
    intent character varying(20) NOT NULL,
    confidence double precision NOT NULL,
    intent_words jsonb NOT NULL,
    corrected_intent character varying(20) NOT NULL,
    spam boolean NOT NULL,
    state character varying(10) NOT NULL,
    priority smallint NOT NULL,
    received_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone,
    answered_at timestamp with time zone,
    warned_at timestamp with time zone,
    escalated_at timestamp with time zone,
    closed_at timestamp with time zone,
    held boolean NOT NULL,
    proposed_at timestamp with time zone,
    why_code character varying(40) NOT NULL,
    why_args jsonb NOT NULL,
    error text NOT NULL,
    account_id bigint,
    contact_id bigint,
    message_id bigint,
    person_id bigint,
    pool_id bigint,
    proposed_to_id bigint,
    rule_id bigint,
    CONSTRAINT intake_queueitem_version_check CHECK ((version >= 0)),
    CONSTRAINT item_assigned_has_person CHECK ((((person_id IS NOT NULL) AND ((state)::text = 'assigned'::text)) OR (NOT ((state)::text = 'assigned'::text)))),
    CONSTRAINT item_proposed_has_person CHECK ((((proposed_to_id IS NOT NULL) AND ((state)::text = 'proposed'::text)) OR (NOT ((state)::text = 'proposed'::text)))),
    CONSTRAINT item_waiting_has_nobody CHECK ((((person_id IS NULL) AND ((state)::text = ANY ((ARRAY['waiting'::character varying, 'proposed'::character varying])::text[]))) OR (NOT ((state)::text = ANY ((ARRAY['waiting'::character varying, 'proposed'::character varying])::text[])))))
);
ALTER TABLE public.intake_queueitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_queueitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.intake_routingrule (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    "position" integer NOT NULL,
    name character varying(120) NOT NULL,
    active boolean NOT NULL,
    intents jsonb NOT NULL,
    conditions jsonb NOT NULL,
    strategy character varying(20) NOT NULL,
    role character varying(20) NOT NULL,
    mode character varying(10) NOT NULL,
    past_limit boolean NOT NULL,
    same_language boolean NOT NULL,
    edition integer NOT NULL,
    person_id bigint,
    pool_id bigint,
    CONSTRAINT intake_routingrule_edition_check CHECK ((edition >= 0)),
    CONSTRAINT intake_routingrule_position_check CHECK (("position" >= 0)),
    CONSTRAINT intake_routingrule_version_check CHECK ((version >= 0)),
    CONSTRAINT rule_fixed_has_person CHECK (((NOT ((strategy)::text = 'fixed'::text)) OR (person_id IS NOT NULL))),
    CONSTRAINT rule_turns_have_pool CHECK (((NOT ((strategy)::text = ANY ((ARRAY['round_robin'::character varying, 'least_loaded'::character varying, 'longest_idle'::character varying])::text[]))) OR (pool_id IS NOT NULL)))
);
ALTER TABLE public.intake_routingrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_routingrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.intake_routingruleevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    "position" integer NOT NULL,
    name character varying(120) NOT NULL,
    active boolean NOT NULL,
    intents jsonb NOT NULL,
    conditions jsonb NOT NULL,
    strategy character varying(20) NOT NULL,
    role character varying(20) NOT NULL,
    mode character varying(10) NOT NULL,
    past_limit boolean NOT NULL,
    same_language boolean NOT NULL,
    edition integer NOT NULL,
    person_id bigint,
    pgh_obj_id bigint NOT NULL,
    pool_id bigint,
    CONSTRAINT intake_routingruleevent_edition_check CHECK ((edition >= 0)),
    CONSTRAINT intake_routingruleevent_position_check CHECK (("position" >= 0)),
    CONSTRAINT intake_routingruleevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.intake_routingruleevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_routingruleevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.intake_turn (
    id bigint NOT NULL,
    count integer NOT NULL,
    start bigint NOT NULL,
    "end" bigint NOT NULL,
    number bigint NOT NULL,
    last_at timestamp with time zone,
    person_id bigint NOT NULL,
    rule_id bigint NOT NULL,
    CONSTRAINT intake_turn_count_check CHECK ((count >= 0))
);
ALTER TABLE public.intake_turn ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_turn_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.journal_draftedinteraction (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(300) NOT NULL,
    address character varying(320) NOT NULL,
    kind character varying(8) NOT NULL,
    direction character varying(3) NOT NULL,
    at timestamp with time zone NOT NULL,
    subject character varying(500) NOT NULL,
    text text NOT NULL,
    source character varying(8) NOT NULL,
    state character varying(9) NOT NULL,
    account_id bigint,
    interaction_id bigint,
    message_id bigint,
    person_id bigint NOT NULL,
    CONSTRAINT draftedinteraction_kept CHECK ((((interaction_id IS NOT NULL) AND ((state)::text = 'kept'::text)) OR ((NOT ((state)::text = 'kept'::text)) AND (interaction_id IS NULL)))),
    CONSTRAINT journal_draftedinteraction_version_check CHECK ((version >= 0))
);
CREATE TABLE public.journal_draftedinteraction_contacts (
    id bigint NOT NULL,
    draftedinteraction_id bigint CONSTRAINT journal_draftedinteraction_conta_draftedinteraction_id_not_null NOT NULL,
    contact_id bigint NOT NULL
);
ALTER TABLE public.journal_draftedinteraction_contacts ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.journal_draftedinteraction_contacts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.journal_draftedinteraction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.journal_draftedinteraction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.journal_interaction (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    kind character varying(8) NOT NULL,
    at timestamp with time zone NOT NULL,
    text text NOT NULL,
    outcome character varying(16),
    duration_s integer,
    conversed boolean NOT NULL,
    next_step character varying(200) NOT NULL,
    next_on date,
    audience character varying(30)[] NOT NULL,
    removed_at timestamp with time zone,
    contact_id bigint,
    message_id bigint,
    person_id bigint NOT NULL,
    about_id bigint,
    about_kind character varying(60) NOT NULL,
    late_days smallint NOT NULL,
    pinned_at timestamp with time zone,
    CONSTRAINT interaction_about_whole CHECK ((((about_id IS NULL) AND ((about_kind)::text = ''::text)) OR ((NOT ((about_kind)::text = ''::text)) AND (about_id IS NOT NULL)))),
    CONSTRAINT interaction_kind CHECK (((kind)::text = ANY ((ARRAY['call'::character varying, 'mail'::character varying, 'meeting'::character varying, 'demo'::character varying, 'visit'::character varying, 'text'::character varying, 'social'::character varying, 'note'::character varying])::text[]))),
    CONSTRAINT interaction_next_date_has_step CHECK (((next_on IS NULL) OR (NOT ((next_step)::text = ''::text)))),
    CONSTRAINT interaction_outcome CHECK (((outcome IS NULL) OR ((outcome)::text = ANY ((ARRAY['spoke'::character varying, 'no_answer'::character varying, 'voicemail'::character varying, 'with_staff'::character varying, 'call_back'::character varying, 'interested'::character varying, 'not_now'::character varying, 'declined'::character varying, 'wrong_number'::character varying])::text[])))),
    CONSTRAINT interaction_says_something CHECK (((NOT (text = ''::text)) OR (outcome IS NOT NULL) OR (NOT ((next_step)::text = ''::text)))),
    CONSTRAINT journal_interaction_duration_s_check CHECK ((duration_s >= 0)),
    CONSTRAINT journal_interaction_late_days_check CHECK ((late_days >= 0)),
    CONSTRAINT journal_interaction_version_check CHECK ((version >= 0))
);
CREATE TABLE public.journal_interaction_colleagues (
    id bigint NOT NULL,
    interaction_id bigint NOT NULL,
    person_id bigint NOT NULL
);
ALTER TABLE public.journal_interaction_colleagues ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.journal_interaction_colleagues_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.journal_interaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.journal_interaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.journal_interaction_others (
    id bigint NOT NULL,
    interaction_id bigint NOT NULL,
    contact_id bigint NOT NULL
);
ALTER TABLE public.journal_interaction_others ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.journal_interaction_others_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.journal_interactionaccount (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    attempt_id bigint,
    interaction_id bigint NOT NULL
);
ALTER TABLE public.journal_interactionaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.journal_interactionaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.journal_interactionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    kind character varying(8) NOT NULL,
    at timestamp with time zone NOT NULL,
    text text NOT NULL,
    outcome character varying(16),
    duration_s integer,
    conversed boolean NOT NULL,
    next_step character varying(200) NOT NULL,
    next_on date,
    audience character varying(30)[] NOT NULL,
    removed_at timestamp with time zone,
    contact_id bigint,
    message_id bigint,
    person_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    about_id bigint,
    about_kind character varying(60) NOT NULL,
    late_days smallint NOT NULL,
    pinned_at timestamp with time zone,
    CONSTRAINT journal_interactionevent_duration_s_check CHECK ((duration_s >= 0)),
    CONSTRAINT journal_interactionevent_late_days_check CHECK ((late_days >= 0)),
    CONSTRAINT journal_interactionevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.journal_interactionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.journal_interactionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.journal_interactionfile (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(200) NOT NULL,
    size bigint NOT NULL,
    sha character varying(64) NOT NULL,
    removed_at timestamp with time zone,
    interaction_id bigint NOT NULL,
    CONSTRAINT interactionfile_there CHECK (((NOT ((name)::text = ''::text)) AND (NOT ((sha)::text = ''::text)))),
    CONSTRAINT journal_interactionfile_size_check CHECK ((size >= 0)),
    CONSTRAINT journal_interactionfile_version_check CHECK ((version >= 0))
);
ALTER TABLE public.journal_interactionfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.journal_interactionfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.journal_notescore (
    interaction_id bigint NOT NULL,
    total smallint NOT NULL,
    parts jsonb NOT NULL,
    broken jsonb NOT NULL,
    rules_version smallint NOT NULL,
    seen_at timestamp with time zone,
    person_id bigint NOT NULL,
    CONSTRAINT journal_notescore_rules_version_check CHECK ((rules_version >= 0)),
    CONSTRAINT journal_notescore_total_check CHECK ((total >= 0)),
    CONSTRAINT notescore_of_a_hundred CHECK ((total <= 100))
);
CREATE TABLE public.journal_notetemplate (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(80) NOT NULL,
    shortcut character varying(20) NOT NULL,
    kind character varying(8),
    outcome character varying(16),
    text text NOT NULL,
    next_step character varying(200) NOT NULL,
    next_days smallint,
    shared boolean NOT NULL,
    audience character varying(30)[] NOT NULL,
    removed_at timestamp with time zone,
    owner_id bigint NOT NULL,
    CONSTRAINT journal_notetemplate_next_days_check CHECK ((next_days >= 0)),
    CONSTRAINT journal_notetemplate_version_check CHECK ((version >= 0)),
    CONSTRAINT notetemplate_says_something CHECK (((NOT (text = ''::text)) OR (outcome IS NOT NULL) OR (NOT ((next_step)::text = ''::text)))),
    CONSTRAINT notetemplate_shortcut CHECK (((shortcut)::text ~ '^[a-z0-9]{1,20}$'::text))
);
ALTER TABLE public.journal_notetemplate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.journal_notetemplate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.journal_notetemplateevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(80) NOT NULL,
    shortcut character varying(20) NOT NULL,
    kind character varying(8),
    outcome character varying(16),
    text text NOT NULL,
    next_step character varying(200) NOT NULL,
    next_days smallint,
    shared boolean NOT NULL,
    audience character varying(30)[] NOT NULL,
    removed_at timestamp with time zone,
    owner_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT journal_notetemplateevent_next_days_check CHECK ((next_days >= 0)),
    CONSTRAINT journal_notetemplateevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.journal_notetemplateevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.journal_notetemplateevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.kit_apitoken (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(80) NOT NULL,
    hint character varying(12) NOT NULL,
    secret_hash character varying(64) NOT NULL,
    last_used_at timestamp with time zone,
    expires_on date,
    revoked_at timestamp with time zone,
    person_id bigint NOT NULL,
    CONSTRAINT kit_apitoken_version_check CHECK ((version >= 0))
);
ALTER TABLE public.kit_apitoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kit_apitoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.kit_draft (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    key character varying(300) NOT NULL,
    title character varying(200) NOT NULL,
    page character varying(600) NOT NULL,
    fields jsonb NOT NULL,
    rev integer NOT NULL,
    tab character varying(40) NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT kit_draft_rev_check CHECK ((rev >= 0)),
    CONSTRAINT kit_draft_version_check CHECK ((version >= 0))
);
ALTER TABLE public.kit_draft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kit_draft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.kit_enclosure (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(100) NOT NULL,
    sha256 character varying(64) NOT NULL,
    notice_id bigint NOT NULL,
    operation character varying(60) NOT NULL,
    page character varying(60) NOT NULL,
    reach character varying(4) NOT NULL
);
ALTER TABLE public.kit_enclosure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kit_enclosure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.kit_keymap (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    keys jsonb NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT kit_keymap_version_check CHECK ((version >= 0))
);
ALTER TABLE public.kit_keymap ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kit_keymap_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.kit_livelink (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    page character varying(60) NOT NULL,
    name character varying(80) NOT NULL,
    query jsonb NOT NULL,
    expires_on date,
    last_used_at timestamp with time zone,
    ended_at timestamp with time zone,
    link_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    CONSTRAINT kit_livelink_version_check CHECK ((version >= 0))
);
ALTER TABLE public.kit_livelink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kit_livelink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.kit_parked (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    title character varying(200) NOT NULL,
    url character varying(600) NOT NULL,
    state jsonb NOT NULL,
    taken_at timestamp with time zone,
    person_id bigint NOT NULL,
    CONSTRAINT kit_parked_version_check CHECK ((version >= 0))
);
ALTER TABLE public.kit_parked ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kit_parked_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.kit_presence (
    id bigint NOT NULL,
    kind character varying(60) NOT NULL,
    object_id bigint NOT NULL,
    typing boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL
);
ALTER TABLE public.kit_presence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kit_presence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.kit_receiver (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    stopped_at timestamp with time zone,
    person_id bigint NOT NULL,
    schedule_id bigint NOT NULL,
    CONSTRAINT kit_receiver_version_check CHECK ((version >= 0))
);
ALTER TABLE public.kit_receiver ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kit_receiver_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.kit_savedview (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    page character varying(60) NOT NULL,
    name character varying(80) NOT NULL,
    query jsonb NOT NULL,
    sharing character varying(5) NOT NULL,
    audience character varying(30)[] NOT NULL,
    deleted_at timestamp with time zone,
    owner_id bigint NOT NULL,
    CONSTRAINT kit_savedview_version_check CHECK ((version >= 0))
);
ALTER TABLE public.kit_savedview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kit_savedview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.kit_schedule (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    page character varying(60) NOT NULL,
    name character varying(80) NOT NULL,
    query jsonb NOT NULL,
    every character varying(5) NOT NULL,
    weekday smallint NOT NULL,
    day smallint NOT NULL,
    hour smallint NOT NULL,
    zone character varying(64) NOT NULL,
    next_at timestamp with time zone,
    last_at timestamp with time zone,
    paused_at timestamp with time zone,
    paused_note character varying(300) NOT NULL,
    ended_at timestamp with time zone,
    owner_id bigint NOT NULL,
    CONSTRAINT kit_schedule_day_check CHECK ((day >= 0)),
    CONSTRAINT kit_schedule_hour_check CHECK ((hour >= 0)),
    CONSTRAINT kit_schedule_version_check CHECK ((version >= 0)),
    CONSTRAINT kit_schedule_weekday_check CHECK ((weekday >= 0)),
    CONSTRAINT schedule_day CHECK (((day >= 1) AND (day <= 28))),
    CONSTRAINT schedule_hour CHECK ((hour <= 23)),
    CONSTRAINT schedule_weekday CHECK ((weekday <= 6))
);
ALTER TABLE public.kit_schedule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kit_schedule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.kit_used (
    id bigint NOT NULL,
    what character varying(160) NOT NULL,
    count integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT kit_used_count_check CHECK ((count >= 0))
);
ALTER TABLE public.kit_used ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kit_used_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.kit_viewdefault (
    id bigint NOT NULL,
    page character varying(60) NOT NULL,
    who character varying(30) NOT NULL,
    view_id bigint NOT NULL
);
ALTER TABLE public.kit_viewdefault ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kit_viewdefault_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.kit_visit (
    id bigint NOT NULL,
    kind character varying(60) NOT NULL,
    object_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    entry bigint NOT NULL,
    before_at timestamp with time zone,
    before_entry bigint,
    person_id bigint NOT NULL
);
ALTER TABLE public.kit_visit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kit_visit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_cancellation (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    received_at timestamp with time zone NOT NULL,
    received_on date NOT NULL,
    requested_end_on date,
    reason_text text NOT NULL,
    competitor character varying(120) NOT NULL,
    mrr numeric(20,10) NOT NULL,
    outcome character varying(8) NOT NULL,
    outcome_text text NOT NULL,
    decided_at timestamp with time zone,
    decided_on date,
    logged_at timestamp with time zone NOT NULL,
    logged_on date NOT NULL,
    account_id bigint NOT NULL,
    decided_by_id bigint,
    logged_by_id bigint,
    save_task_id bigint,
    reason_id bigint,
    order_id bigint,
    subscription_id bigint NOT NULL,
    CONSTRAINT cancellation_decided_when CHECK ((((decided_at IS NULL) AND (decided_on IS NULL) AND ((outcome)::text = 'open'::text)) OR ((NOT ((outcome)::text = 'open'::text)) AND (decided_at IS NOT NULL) AND (decided_on IS NOT NULL)))),
    CONSTRAINT cancellation_logged_after CHECK ((logged_on >= received_on)),
    CONSTRAINT cancellation_lost_has_order CHECK ((((order_id IS NOT NULL) AND ((outcome)::text = 'lost'::text)) OR ((NOT ((outcome)::text = 'lost'::text)) AND (order_id IS NULL)))),
    CONSTRAINT cancellation_outcome CHECK (((outcome)::text = ANY ((ARRAY['open'::character varying, 'saved'::character varying, 'lost'::character varying])::text[]))),
    CONSTRAINT orders_cancellation_version_check CHECK ((version >= 0))
);
ALTER TABLE public.orders_cancellation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_cancellation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_cancellationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    received_at timestamp with time zone NOT NULL,
    received_on date NOT NULL,
    requested_end_on date,
    reason_text text NOT NULL,
    competitor character varying(120) NOT NULL,
    mrr numeric(20,10) NOT NULL,
    outcome character varying(8) NOT NULL,
    outcome_text text NOT NULL,
    decided_at timestamp with time zone,
    decided_on date,
    logged_at timestamp with time zone NOT NULL,
    logged_on date NOT NULL,
    account_id bigint NOT NULL,
    decided_by_id bigint,
    logged_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    save_task_id bigint,
    reason_id bigint,
    order_id bigint,
    subscription_id bigint NOT NULL,
    CONSTRAINT orders_cancellationevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.orders_cancellationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_cancellationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_cancellationreason (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(120) NOT NULL,
    "position" smallint NOT NULL,
    active boolean NOT NULL,
    parent_id bigint,
    CONSTRAINT orders_cancellationreason_position_check CHECK (("position" >= 0)),
    CONSTRAINT orders_cancellationreason_version_check CHECK ((version >= 0))
);
ALTER TABLE public.orders_cancellationreason ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_cancellationreason_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_deskcheckanswer (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    answer character varying(10) NOT NULL,
    note character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    question_id bigint NOT NULL,
    order_id bigint NOT NULL,
    CONSTRAINT orders_deskcheckanswer_version_check CHECK ((version >= 0))
);
ALTER TABLE public.orders_deskcheckanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_deskcheckanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_deskcheckanswerevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    answer character varying(10) NOT NULL,
    note character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    pgh_obj_id bigint NOT NULL,
    question_id bigint NOT NULL,
    order_id bigint NOT NULL,
    CONSTRAINT orders_deskcheckanswerevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.orders_deskcheckanswerevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_deskcheckanswerevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_deskquestion (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    kind character varying(24) NOT NULL,
    code character varying(40) NOT NULL,
    "position" smallint NOT NULL,
    text character varying(160) NOT NULL,
    hint character varying(200) NOT NULL,
    active boolean NOT NULL,
    CONSTRAINT orders_deskquestion_position_check CHECK (("position" >= 0)),
    CONSTRAINT orders_deskquestion_version_check CHECK ((version >= 0))
);
ALTER TABLE public.orders_deskquestion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_deskquestion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_fulfilmentstep (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    "position" smallint NOT NULL,
    title character varying(160) NOT NULL,
    business_days smallint NOT NULL,
    team_id bigint NOT NULL,
    product_id bigint NOT NULL,
    CONSTRAINT orders_fulfilmentstep_business_days_check CHECK ((business_days >= 0)),
    CONSTRAINT orders_fulfilmentstep_position_check CHECK (("position" >= 0)),
    CONSTRAINT orders_fulfilmentstep_version_check CHECK ((version >= 0))
);
ALTER TABLE public.orders_fulfilmentstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_fulfilmentstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_movement (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    amount numeric(20,10) NOT NULL,
    units integer NOT NULL,
    booked_on date NOT NULL,
    effective_on date NOT NULL,
    opening boolean NOT NULL,
    account_id bigint NOT NULL,
    owner_id bigint,
    entry_id bigint NOT NULL,
    product_id bigint NOT NULL,
    CONSTRAINT movement_kind CHECK (((kind)::text = ANY ((ARRAY['new'::character varying, 'expansion'::character varying, 'contraction'::character varying, 'churn'::character varying, 'reactivation'::character varying, 'transfer'::character varying])::text[])))
);
ALTER TABLE public.orders_movement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_movement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_mrrentry (
    id bigint NOT NULL,
    quantity integer NOT NULL,
    units integer NOT NULL,
    booked_on date NOT NULL,
    corrects_day date,
    posted_at timestamp with time zone NOT NULL,
    log_id uuid,
    amount numeric(20,10) NOT NULL,
    effective_on date NOT NULL,
    opening boolean NOT NULL,
    transfer boolean NOT NULL,
    account_id bigint NOT NULL,
    corrects_id bigint,
    owner_id bigint,
    order_line_id bigint,
    subscription_id bigint NOT NULL
);
ALTER TABLE public.orders_mrrentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_mrrentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_onetimeentry (
    id bigint NOT NULL,
    quantity integer NOT NULL,
    units integer NOT NULL,
    booked_on date NOT NULL,
    corrects_day date,
    posted_at timestamp with time zone NOT NULL,
    log_id uuid,
    amount numeric(14,2) NOT NULL,
    account_id bigint NOT NULL,
    corrects_id bigint,
    owner_id bigint,
    order_line_id bigint,
    product_id bigint NOT NULL
);
ALTER TABLE public.orders_onetimeentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_onetimeentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_order (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    number bigint,
    kind character varying(24) NOT NULL,
    state character varying(10) NOT NULL,
    start_on date NOT NULL,
    submitted_at timestamp with time zone,
    accepted_at timestamp with time zone,
    booked_on date,
    missing text NOT NULL,
    note text NOT NULL,
    accepted_by_id bigint,
    account_id bigint NOT NULL,
    contact_id bigint,
    owner_id bigint NOT NULL,
    submitted_by_id bigint,
    approval_id bigint,
    discounts jsonb,
    CONSTRAINT order_accepted_when CHECK (((NOT ((state)::text = ANY ((ARRAY['accepted'::character varying, 'complete'::character varying])::text[]))) OR ((accepted_at IS NOT NULL) AND (booked_on IS NOT NULL)))),
    CONSTRAINT order_returned_why CHECK (((NOT ((state)::text = 'returned'::text)) OR (NOT (missing = ''::text)))),
    CONSTRAINT order_state CHECK (((state)::text = ANY ((ARRAY['draft'::character varying, 'submitted'::character varying, 'returned'::character varying, 'accepted'::character varying, 'rejected'::character varying, 'withdrawn'::character varying, 'complete'::character varying])::text[]))),
    CONSTRAINT order_submitted_when CHECK (((NOT ((state)::text = 'submitted'::text)) OR (submitted_at IS NOT NULL))),
    CONSTRAINT orders_order_version_check CHECK ((version >= 0))
);
ALTER TABLE public.orders_order ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_order_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE SEQUENCE public.orders_order_number
    START WITH 1001
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.orders_orderevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    number bigint,
    kind character varying(24) NOT NULL,
    state character varying(10) NOT NULL,
    start_on date NOT NULL,
    submitted_at timestamp with time zone,
    accepted_at timestamp with time zone,
    booked_on date,
    missing text NOT NULL,
    note text NOT NULL,
    accepted_by_id bigint,
    account_id bigint NOT NULL,
    contact_id bigint,
    owner_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    submitted_by_id bigint,
    approval_id bigint,
    discounts jsonb,
    CONSTRAINT orders_orderevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.orders_orderevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_orderevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_orderline (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    quantity integer NOT NULL,
    unit_price numeric(12,2) NOT NULL,
    discount_percent numeric(5,2) NOT NULL,
    currency character varying(3) NOT NULL,
    mrr numeric(20,10) NOT NULL,
    one_time numeric(14,2) NOT NULL,
    order_id bigint NOT NULL,
    product_id bigint NOT NULL,
    ends_id bigint,
    CONSTRAINT orderline_currency CHECK (((currency)::text = 'USD'::text)),
    CONSTRAINT orderline_discount CHECK (((discount_percent >= (0)::numeric) AND (discount_percent <= (100)::numeric))),
    CONSTRAINT orderline_price CHECK ((unit_price >= (0)::numeric)),
    CONSTRAINT orderline_quantity CHECK ((quantity > 0)),
    CONSTRAINT orders_orderline_quantity_check CHECK ((quantity >= 0)),
    CONSTRAINT orders_orderline_version_check CHECK ((version >= 0))
);
ALTER TABLE public.orders_orderline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_orderline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_orderlineevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    quantity integer NOT NULL,
    unit_price numeric(12,2) NOT NULL,
    discount_percent numeric(5,2) NOT NULL,
    currency character varying(3) NOT NULL,
    mrr numeric(20,10) NOT NULL,
    one_time numeric(14,2) NOT NULL,
    order_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    product_id bigint NOT NULL,
    ends_id bigint,
    CONSTRAINT orders_orderlineevent_quantity_check CHECK ((quantity >= 0)),
    CONSTRAINT orders_orderlineevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.orders_orderlineevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_orderlineevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_orderstep (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    title character varying(160) NOT NULL,
    "position" smallint NOT NULL,
    due_on date NOT NULL,
    line_id bigint NOT NULL,
    order_id bigint NOT NULL,
    task_id bigint,
    team_id bigint NOT NULL,
    CONSTRAINT orders_orderstep_position_check CHECK (("position" >= 0)),
    CONSTRAINT orders_orderstep_version_check CHECK ((version >= 0))
);
ALTER TABLE public.orders_orderstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_orderstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_periodlock (
    day date NOT NULL,
    locked_at timestamp with time zone NOT NULL,
    log_id uuid
);
CREATE TABLE public.orders_product (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(120) NOT NULL,
    family character varying(80) NOT NULL,
    billing character varying(8) NOT NULL,
    price numeric(12,2) NOT NULL,
    counts_as_unit boolean NOT NULL,
    active boolean NOT NULL,
    CONSTRAINT orders_product_version_check CHECK ((version >= 0)),
    CONSTRAINT product_billing CHECK (((billing)::text = ANY ((ARRAY['monthly'::character varying, 'annual'::character varying, 'one_time'::character varying])::text[]))),
    CONSTRAINT product_named CHECK (((NOT ((code)::text = ''::text)) AND (NOT ((name)::text = ''::text)))),
    CONSTRAINT product_price CHECK ((price >= (0)::numeric))
);
ALTER TABLE public.orders_product ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_product_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_productevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(120) NOT NULL,
    family character varying(80) NOT NULL,
    billing character varying(8) NOT NULL,
    price numeric(12,2) NOT NULL,
    counts_as_unit boolean NOT NULL,
    active boolean NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT orders_productevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.orders_productevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_productevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_saveentry (
    id bigint NOT NULL,
    booked_on date NOT NULL,
    corrects_day date,
    posted_at timestamp with time zone NOT NULL,
    log_id uuid,
    kind character varying(10) NOT NULL,
    amount numeric(20,10) NOT NULL,
    cases smallint NOT NULL,
    account_id bigint NOT NULL,
    cancellation_id bigint NOT NULL,
    corrects_id bigint,
    owner_id bigint,
    subscription_id bigint NOT NULL,
    CONSTRAINT saveentry_kind CHECK (((kind)::text = ANY ((ARRAY['saved'::character varying, 'lost_again'::character varying])::text[])))
);
ALTER TABLE public.orders_saveentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_saveentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_subscription (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    quantity integer NOT NULL,
    unit_price numeric(12,2) NOT NULL,
    mrr numeric(20,10) NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    term_end_on date,
    trial boolean NOT NULL,
    account_id bigint NOT NULL,
    order_line_id bigint,
    product_id bigint NOT NULL,
    CONSTRAINT orders_subscription_quantity_check CHECK ((quantity >= 0)),
    CONSTRAINT orders_subscription_version_check CHECK ((version >= 0)),
    CONSTRAINT subscription_days CHECK (((ended_on IS NULL) OR (ended_on >= started_on))),
    CONSTRAINT subscription_quantity CHECK ((quantity > 0)),
    CONSTRAINT subscription_trial_free CHECK (((NOT trial) OR (mrr = (0)::numeric)))
);
ALTER TABLE public.orders_subscription ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_subscription_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_subscriptionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    quantity integer NOT NULL,
    unit_price numeric(12,2) NOT NULL,
    mrr numeric(20,10) NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    term_end_on date,
    trial boolean NOT NULL,
    account_id bigint NOT NULL,
    order_line_id bigint,
    pgh_obj_id bigint NOT NULL,
    product_id bigint NOT NULL,
    CONSTRAINT orders_subscriptionevent_quantity_check CHECK ((quantity >= 0)),
    CONSTRAINT orders_subscriptionevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.orders_subscriptionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_subscriptionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pghistory_context (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    metadata jsonb NOT NULL
);
CREATE SEQUENCE public.pipeline_lead_number
    START WITH 100
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.pipeline_lead (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    number bigint DEFAULT nextval('public.pipeline_lead_number'::regclass) NOT NULL,
    name character varying(200) NOT NULL,
    company character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(16) NOT NULL,
    city character varying(100) NOT NULL,
    region character varying(60) NOT NULL,
    source character varying(12) NOT NULL,
    interest text NOT NULL,
    grade character varying(1),
    grade_reason character varying(300) NOT NULL,
    state character varying(10) NOT NULL,
    status_reason character varying(300) NOT NULL,
    lost_reason character varying(12),
    assigned_at timestamp with time zone,
    first_touch_at timestamp with time zone,
    closed_at timestamp with time zone,
    account_id bigint,
    contact_id bigint,
    message_id bigint,
    owner_id bigint,
    CONSTRAINT lead_closed_at CHECK ((((closed_at IS NULL) AND ((state)::text = ANY ((ARRAY['new'::character varying, 'working'::character varying])::text[]))) OR ((closed_at IS NOT NULL) AND ((state)::text = ANY ((ARRAY['converted'::character varying, 'lost'::character varying])::text[]))))),
    CONSTRAINT lead_converted_has_account CHECK (((NOT ((state)::text = 'converted'::text)) OR (account_id IS NOT NULL))),
    CONSTRAINT lead_email_lower CHECK (((email)::text = lower((email)::text))),
    CONSTRAINT lead_grade CHECK (((grade IS NULL) OR ((grade)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying, 'C'::character varying, 'D'::character varying])::text[])))),
    CONSTRAINT lead_has_name CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT lead_lost_has_reason CHECK (((NOT ((state)::text = 'lost'::text)) OR (lost_reason IS NOT NULL))),
    CONSTRAINT lead_source CHECK (((source)::text = ANY ((ARRAY['mail'::character varying, 'call'::character varying, 'form'::character varying, 'show'::character varying, 'referral'::character varying, 'association'::character varying, 'list'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT lead_state CHECK (((state)::text = ANY ((ARRAY['new'::character varying, 'working'::character varying, 'converted'::character varying, 'lost'::character varying])::text[]))),
    CONSTRAINT pipeline_lead_version_check CHECK ((version >= 0))
);
ALTER TABLE public.pipeline_lead ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pipeline_lead_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pipeline_leadevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    number bigint DEFAULT nextval('public.pipeline_lead_number'::regclass) NOT NULL,
    name character varying(200) NOT NULL,
    company character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(16) NOT NULL,
    city character varying(100) NOT NULL,
    region character varying(60) NOT NULL,
    source character varying(12) NOT NULL,
    interest text NOT NULL,
    grade character varying(1),
    grade_reason character varying(300) NOT NULL,
    state character varying(10) NOT NULL,
    status_reason character varying(300) NOT NULL,
    lost_reason character varying(12),
    assigned_at timestamp with time zone,
    first_touch_at timestamp with time zone,
    closed_at timestamp with time zone,
    account_id bigint,
    contact_id bigint,
    message_id bigint,
    owner_id bigint,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT pipeline_leadevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.pipeline_leadevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pipeline_leadevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pipeline_opportunity (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(200) NOT NULL,
    stage character varying(10) NOT NULL,
    stage_at timestamp with time zone NOT NULL,
    value_mrr numeric(12,2),
    one_time numeric(12,2),
    close_on date,
    next_step character varying(200) NOT NULL,
    next_on date,
    competitor character varying(120) NOT NULL,
    lost_reason character varying(12),
    lost_text character varying(300) NOT NULL,
    try_again_on date,
    closed_on date,
    account_id bigint NOT NULL,
    contact_id bigint,
    lead_id bigint,
    owner_id bigint NOT NULL,
    CONSTRAINT opportunity_closed_on CHECK ((((closed_on IS NOT NULL) AND ((stage)::text = ANY ((ARRAY['won'::character varying, 'lost'::character varying])::text[]))) OR ((NOT ((stage)::text = ANY ((ARRAY['won'::character varying, 'lost'::character varying])::text[]))) AND (closed_on IS NULL)))),
    CONSTRAINT opportunity_has_name CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT opportunity_lost_has_reason CHECK ((((lost_reason IS NOT NULL) AND ((stage)::text = 'lost'::text)) OR ((NOT ((stage)::text = 'lost'::text)) AND (lost_reason IS NULL)))),
    CONSTRAINT opportunity_one_time_not_negative CHECK (((one_time IS NULL) OR (one_time >= (0)::numeric))),
    CONSTRAINT opportunity_stage CHECK (((stage)::text = ANY ((ARRAY['qualify'::character varying, 'demo'::character varying, 'proposal'::character varying, 'commit'::character varying, 'won'::character varying, 'lost'::character varying])::text[]))),
    CONSTRAINT opportunity_value_not_negative CHECK (((value_mrr IS NULL) OR (value_mrr >= (0)::numeric))),
    CONSTRAINT pipeline_opportunity_version_check CHECK ((version >= 0))
);
ALTER TABLE public.pipeline_opportunity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pipeline_opportunity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pipeline_opportunityevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(200) NOT NULL,
    stage character varying(10) NOT NULL,
    stage_at timestamp with time zone NOT NULL,
    value_mrr numeric(12,2),
    one_time numeric(12,2),
    close_on date,
    next_step character varying(200) NOT NULL,
    next_on date,
    competitor character varying(120) NOT NULL,
    lost_reason character varying(12),
    lost_text character varying(300) NOT NULL,
    try_again_on date,
    closed_on date,
    account_id bigint NOT NULL,
    contact_id bigint,
    lead_id bigint,
    owner_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT pipeline_opportunityevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.pipeline_opportunityevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pipeline_opportunityevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);
CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;
CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;
CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);
CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;
CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_absence (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    note character varying(250) NOT NULL,
    withdrawn_at timestamp with time zone,
    cover_id bigint,
    person_id bigint NOT NULL,
    CONSTRAINT absence_cover_other CHECK (((NOT ((cover_id = person_id) AND (cover_id IS NOT NULL))) OR (cover_id IS NULL))),
    CONSTRAINT absence_forward CHECK ((ends_on >= starts_on)),
    CONSTRAINT team_absence_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_absence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_absence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_absenceevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    note character varying(250) NOT NULL,
    withdrawn_at timestamp with time zone,
    cover_id bigint,
    person_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT team_absenceevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_absenceevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_absenceevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_grant (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    operation character varying(64) NOT NULL,
    role character varying(24) NOT NULL,
    scope character varying(4) NOT NULL,
    CONSTRAINT team_grant_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_grant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_grant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_grantevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    operation character varying(64) NOT NULL,
    role character varying(24) NOT NULL,
    scope character varying(4) NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT team_grantevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_grantevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_grantevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_holiday (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    "on" date NOT NULL,
    name character varying(120) NOT NULL,
    region character varying(16) NOT NULL,
    CONSTRAINT team_holiday_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_holiday ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_holiday_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_holidayevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    "on" date NOT NULL,
    name character varying(120) NOT NULL,
    region character varying(16) NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT team_holidayevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_holidayevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_holidayevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_leaving (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    leaves_at timestamp with time zone NOT NULL,
    note text NOT NULL,
    state character varying(10) NOT NULL,
    done_at timestamp with time zone,
    problem character varying(300) NOT NULL,
    ended jsonb NOT NULL,
    person_id bigint NOT NULL,
    successor_id bigint,
    CONSTRAINT leaving_successor_other CHECK ((NOT ((successor_id = person_id) AND (successor_id IS NOT NULL)))),
    CONSTRAINT team_leaving_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_leaving ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_leaving_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_leavingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    leaves_at timestamp with time zone NOT NULL,
    note text NOT NULL,
    state character varying(10) NOT NULL,
    done_at timestamp with time zone,
    problem character varying(300) NOT NULL,
    ended jsonb NOT NULL,
    person_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    successor_id bigint,
    CONSTRAINT team_leavingevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_leavingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_leavingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_leavingmove (
    id bigint NOT NULL,
    kind character varying(60) NOT NULL,
    record bigint NOT NULL,
    how character varying(10) NOT NULL,
    leaving_id bigint NOT NULL,
    to_id bigint NOT NULL
);
ALTER TABLE public.team_leavingmove ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_leavingmove_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_leavingrule (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    kind character varying(60) NOT NULL,
    record bigint,
    how character varying(10) NOT NULL,
    leaving_id bigint NOT NULL,
    person_id bigint,
    pool_id bigint,
    CONSTRAINT leavingrule_person CHECK (((NOT ((how)::text = 'person'::text)) OR (person_id IS NOT NULL))),
    CONSTRAINT leavingrule_pool CHECK (((NOT ((how)::text = 'pool'::text)) OR (pool_id IS NOT NULL))),
    CONSTRAINT team_leavingrule_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_leavingrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_leavingrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_leavingruleevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    kind character varying(60) NOT NULL,
    record bigint,
    how character varying(10) NOT NULL,
    leaving_id bigint NOT NULL,
    person_id bigint,
    pgh_obj_id bigint NOT NULL,
    pool_id bigint,
    CONSTRAINT team_leavingruleevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_leavingruleevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_leavingruleevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_mention (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    ref_kind character varying(60) NOT NULL,
    ref_id bigint NOT NULL,
    removed_at timestamp with time zone,
    person_id bigint NOT NULL,
    CONSTRAINT team_mention_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_mention ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_mention_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_noticechoice (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    event character varying(60) NOT NULL,
    page boolean,
    mail character varying(6) NOT NULL,
    desktop boolean,
    escalate_minutes integer,
    person_id bigint,
    team_id bigint,
    CONSTRAINT notice_choice_of_one CHECK (((person_id IS NULL) OR (team_id IS NULL))),
    CONSTRAINT team_noticechoice_escalate_minutes_check CHECK ((escalate_minutes >= 0)),
    CONSTRAINT team_noticechoice_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_noticechoice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_noticechoice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_noticechoiceevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    event character varying(60) NOT NULL,
    page boolean,
    mail character varying(6) NOT NULL,
    desktop boolean,
    escalate_minutes integer,
    person_id bigint,
    pgh_obj_id bigint NOT NULL,
    team_id bigint,
    CONSTRAINT team_noticechoiceevent_escalate_minutes_check CHECK ((escalate_minutes >= 0)),
    CONSTRAINT team_noticechoiceevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_noticechoiceevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_noticechoiceevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_person (
    password character varying(128) NOT NULL,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(150) NOT NULL,
    title character varying(120) NOT NULL,
    zone character varying(64) NOT NULL,
    region character varying(16) NOT NULL,
    locale character varying(16) NOT NULL,
    theme character varying(8) NOT NULL,
    keys_off boolean NOT NULL,
    is_active boolean NOT NULL,
    left_on date,
    status character varying(12) NOT NULL,
    status_since_at timestamp with time zone,
    team_id bigint,
    CONSTRAINT person_email_lower CHECK (((email)::text = lower((email)::text))),
    CONSTRAINT person_left_has_day CHECK ((is_active OR (left_on IS NOT NULL))),
    CONSTRAINT team_person_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_personevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    email character varying(254) NOT NULL,
    name character varying(150) NOT NULL,
    title character varying(120) NOT NULL,
    zone character varying(64) NOT NULL,
    region character varying(16) NOT NULL,
    locale character varying(16) NOT NULL,
    theme character varying(8) NOT NULL,
    keys_off boolean NOT NULL,
    is_active boolean NOT NULL,
    left_on date,
    pgh_obj_id bigint NOT NULL,
    team_id bigint
);
ALTER TABLE public.team_personevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_personevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_personrole (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    role character varying(24) NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT team_personrole_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_personrole ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_personrole_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_personroleevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    role character varying(24) NOT NULL,
    person_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT team_personroleevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_personroleevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_personroleevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_pool (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(120) NOT NULL,
    note character varying(250) NOT NULL,
    CONSTRAINT team_pool_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_pool ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_pool_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_poolevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(120) NOT NULL,
    note character varying(250) NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT team_poolevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_poolevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_poolevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_poolmember (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    weight smallint NOT NULL,
    unit_limit smallint,
    person_id bigint NOT NULL,
    pool_id bigint NOT NULL,
    CONSTRAINT pool_member_weight CHECK ((weight >= 1)),
    CONSTRAINT team_poolmember_unit_limit_check CHECK ((unit_limit >= 0)),
    CONSTRAINT team_poolmember_version_check CHECK ((version >= 0)),
    CONSTRAINT team_poolmember_weight_check CHECK ((weight >= 0))
);
ALTER TABLE public.team_poolmember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_poolmember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_poolmemberevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    weight smallint NOT NULL,
    unit_limit smallint,
    person_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pool_id bigint NOT NULL,
    CONSTRAINT team_poolmemberevent_unit_limit_check CHECK ((unit_limit >= 0)),
    CONSTRAINT team_poolmemberevent_version_check CHECK ((version >= 0)),
    CONSTRAINT team_poolmemberevent_weight_check CHECK ((weight >= 0))
);
ALTER TABLE public.team_poolmemberevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_poolmemberevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_quiettime (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    quiet_from time without time zone,
    quiet_to time without time zone,
    only_hours boolean,
    digest_at time without time zone,
    person_id bigint NOT NULL,
    CONSTRAINT team_quiettime_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_quiettime ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_quiettime_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_quiettimeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    quiet_from time without time zone,
    quiet_to time without time zone,
    only_hours boolean,
    digest_at time without time zone,
    person_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT team_quiettimeevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_quiettimeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_quiettimeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL,
    person_id bigint
);
CREATE TABLE public.team_setting (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    key character varying(80) NOT NULL,
    value jsonb NOT NULL,
    valid_from_on date NOT NULL,
    CONSTRAINT team_setting_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_setting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_setting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_settingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    key character varying(80) NOT NULL,
    value jsonb NOT NULL,
    valid_from_on date NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT team_settingevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_settingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_settingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_signin (
    id bigint NOT NULL,
    session_key character varying(40) NOT NULL,
    at timestamp with time zone NOT NULL,
    network character varying(45) NOT NULL,
    browser character varying(120) NOT NULL,
    ended_at timestamp with time zone,
    person_id bigint NOT NULL
);
ALTER TABLE public.team_signin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_signin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_signinattempt (
    id bigint NOT NULL,
    address_hash character varying(64) NOT NULL,
    network character varying(45) NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE public.team_signinattempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_signinattempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_skippedstep (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(40) NOT NULL,
    CONSTRAINT team_skippedstep_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_skippedstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_skippedstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_skippedstepevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(40) NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT team_skippedstepevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_skippedstepevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_skippedstepevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_team (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(120) NOT NULL,
    is_department boolean NOT NULL,
    address character varying(254) NOT NULL,
    manager_id bigint,
    hours character varying(250) NOT NULL,
    region character varying(16) NOT NULL,
    zone character varying(64) NOT NULL,
    CONSTRAINT team_team_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_team ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_team_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_teamevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(120) NOT NULL,
    is_department boolean NOT NULL,
    address character varying(254) NOT NULL,
    manager_id bigint,
    pgh_obj_id bigint NOT NULL,
    hours character varying(250) NOT NULL,
    region character varying(16) NOT NULL,
    zone character varying(64) NOT NULL,
    CONSTRAINT team_teamevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_teamevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_teamevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_territory (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(120) NOT NULL,
    note character varying(250) NOT NULL,
    CONSTRAINT team_territory_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_territory ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_territory_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_territorychange (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(120) NOT NULL,
    note text NOT NULL,
    state character varying(10) NOT NULL,
    starts_on date,
    realign boolean NOT NULL,
    foreseen integer,
    moved integer,
    applied_at timestamp with time zone,
    published_by_id bigint,
    CONSTRAINT change_has_day CHECK ((((state)::text = ANY ((ARRAY['draft'::character varying, 'dropped'::character varying])::text[])) OR (starts_on IS NOT NULL))),
    CONSTRAINT team_territorychange_foreseen_check CHECK ((foreseen >= 0)),
    CONSTRAINT team_territorychange_moved_check CHECK ((moved >= 0)),
    CONSTRAINT team_territorychange_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_territorychange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_territorychange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_territorychangeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(120) NOT NULL,
    note text NOT NULL,
    state character varying(10) NOT NULL,
    starts_on date,
    realign boolean NOT NULL,
    foreseen integer,
    moved integer,
    applied_at timestamp with time zone,
    pgh_obj_id bigint NOT NULL,
    published_by_id bigint,
    CONSTRAINT team_territorychangeevent_foreseen_check CHECK ((foreseen >= 0)),
    CONSTRAINT team_territorychangeevent_moved_check CHECK ((moved >= 0)),
    CONSTRAINT team_territorychangeevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_territorychangeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_territorychangeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_territoryevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(120) NOT NULL,
    note character varying(250) NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT team_territoryevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_territoryevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_territoryevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_territoryholder (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    starts_on date,
    ends_on date,
    role character varying(12) NOT NULL,
    change_id bigint,
    ended_by_id bigint,
    person_id bigint,
    pool_id bigint,
    territory_id bigint NOT NULL,
    CONSTRAINT holder_dates CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT holder_one CHECK (((person_id IS NULL) OR (pool_id IS NULL))),
    CONSTRAINT team_territoryholder_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_territoryholder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_territoryholder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_territoryholderevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    starts_on date,
    ends_on date,
    role character varying(12) NOT NULL,
    change_id bigint,
    ended_by_id bigint,
    person_id bigint,
    pgh_obj_id bigint NOT NULL,
    pool_id bigint,
    territory_id bigint NOT NULL,
    CONSTRAINT team_territoryholderevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_territoryholderevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_territoryholderevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_territoryterms (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    starts_on date,
    ends_on date,
    "order" smallint NOT NULL,
    states character varying(60)[] NOT NULL,
    postal character varying(10)[] NOT NULL,
    kinds character varying(12)[] NOT NULL,
    tiers character varying(1)[] NOT NULL,
    closed boolean NOT NULL,
    change_id bigint,
    ended_by_id bigint,
    territory_id bigint NOT NULL,
    CONSTRAINT team_territoryterms_order_check CHECK (("order" >= 0)),
    CONSTRAINT team_territoryterms_version_check CHECK ((version >= 0)),
    CONSTRAINT terms_dates CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);
ALTER TABLE public.team_territoryterms ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_territoryterms_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_territorytermsevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    starts_on date,
    ends_on date,
    "order" smallint NOT NULL,
    states character varying(60)[] NOT NULL,
    postal character varying(10)[] NOT NULL,
    kinds character varying(12)[] NOT NULL,
    tiers character varying(1)[] NOT NULL,
    closed boolean NOT NULL,
    change_id bigint,
    ended_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    territory_id bigint NOT NULL,
    CONSTRAINT team_territorytermsevent_order_check CHECK (("order" >= 0)),
    CONSTRAINT team_territorytermsevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.team_territorytermsevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_territorytermsevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_workhours (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    weekday smallint NOT NULL,
    starts time without time zone NOT NULL,
    ends time without time zone NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT hours_forward CHECK ((ends > starts)),
    CONSTRAINT hours_weekday CHECK ((weekday <= 6)),
    CONSTRAINT team_workhours_version_check CHECK ((version >= 0)),
    CONSTRAINT team_workhours_weekday_check CHECK ((weekday >= 0))
);
ALTER TABLE public.team_workhours ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_workhours_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.team_workhoursevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    weekday smallint NOT NULL,
    starts time without time zone NOT NULL,
    ends time without time zone NOT NULL,
    person_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT team_workhoursevent_version_check CHECK ((version >= 0)),
    CONSTRAINT team_workhoursevent_weekday_check CHECK ((weekday >= 0))
);
ALTER TABLE public.team_workhoursevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.team_workhoursevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_anchor (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(16) NOT NULL,
    day_on date NOT NULL,
    zone character varying(64) NOT NULL,
    place character varying(200) NOT NULL,
    after_days smallint,
    after_business boolean NOT NULL,
    removed_at timestamp with time zone,
    account_id bigint,
    after_id bigint,
    owner_id bigint,
    CONSTRAINT anchor_follows_whole CHECK ((((after_id IS NULL) AND (after_days IS NULL)) OR ((after_id IS NOT NULL) AND (after_days IS NOT NULL)))),
    CONSTRAINT anchor_not_itself CHECK ((NOT ((after_id = id) AND (after_id IS NOT NULL)))),
    CONSTRAINT work_anchor_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_anchor ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_anchor_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_anchorevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(16) NOT NULL,
    day_on date NOT NULL,
    zone character varying(64) NOT NULL,
    place character varying(200) NOT NULL,
    after_days smallint,
    after_business boolean NOT NULL,
    removed_at timestamp with time zone,
    account_id bigint,
    after_id bigint,
    owner_id bigint,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT work_anchorevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_anchorevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_anchorevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_approval (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    title character varying(200) NOT NULL,
    kind character varying(12) NOT NULL,
    amount numeric(14,2) NOT NULL,
    text text NOT NULL,
    state character varying(10) NOT NULL,
    step smallint NOT NULL,
    decided_at timestamp with time zone,
    account_id bigint,
    asked_by_id bigint NOT NULL,
    task_id bigint,
    CONSTRAINT approval_amount CHECK ((amount >= (0)::numeric)),
    CONSTRAINT approval_open_waits_for_somebody CHECK ((((decided_at IS NULL) AND ((state)::text = 'open'::text) AND (task_id IS NOT NULL)) OR ((NOT ((state)::text = 'open'::text)) AND (decided_at IS NOT NULL) AND (task_id IS NULL)))),
    CONSTRAINT work_approval_step_check CHECK ((step >= 0)),
    CONSTRAINT work_approval_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_approval ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_approval_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_approvalevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    title character varying(200) NOT NULL,
    kind character varying(12) NOT NULL,
    amount numeric(14,2) NOT NULL,
    text text NOT NULL,
    state character varying(10) NOT NULL,
    step smallint NOT NULL,
    decided_at timestamp with time zone,
    account_id bigint,
    asked_by_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    task_id bigint,
    CONSTRAINT work_approvalevent_step_check CHECK ((step >= 0)),
    CONSTRAINT work_approvalevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_approvalevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_approvalevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_approvalrule (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    kind character varying(12) NOT NULL,
    over numeric(14,2) NOT NULL,
    step smallint NOT NULL,
    who character varying(8) NOT NULL,
    role character varying(24) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    backup_id bigint,
    person_id bigint,
    CONSTRAINT approvalrule_amount CHECK ((over >= (0)::numeric)),
    CONSTRAINT approvalrule_dates CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT approvalrule_names_one CHECK ((((person_id IS NULL) AND ((role)::text = ''::text) AND ((who)::text = 'manager'::text)) OR ((person_id IS NULL) AND ((who)::text = 'role'::text) AND (NOT ((role)::text = ''::text))) OR ((person_id IS NOT NULL) AND ((role)::text = ''::text) AND ((who)::text = 'person'::text)))),
    CONSTRAINT approvalrule_step CHECK ((step >= 1)),
    CONSTRAINT work_approvalrule_step_check CHECK ((step >= 0)),
    CONSTRAINT work_approvalrule_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_approvalrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_approvalrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_approvalruleevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    kind character varying(12) NOT NULL,
    over numeric(14,2) NOT NULL,
    step smallint NOT NULL,
    who character varying(8) NOT NULL,
    role character varying(24) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    backup_id bigint,
    person_id bigint,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT work_approvalruleevent_step_check CHECK ((step >= 0)),
    CONSTRAINT work_approvalruleevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_approvalruleevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_approvalruleevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_approvalstep (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    number smallint NOT NULL,
    state character varying(10) NOT NULL,
    decided_at timestamp with time zone,
    because text NOT NULL,
    approval_id bigint NOT NULL,
    decided_by_id bigint,
    rule_id bigint NOT NULL,
    sent_to_id bigint NOT NULL,
    CONSTRAINT work_approvalstep_number_check CHECK ((number >= 0)),
    CONSTRAINT work_approvalstep_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_approvalstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_approvalstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_approvalstepevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    number smallint NOT NULL,
    state character varying(10) NOT NULL,
    decided_at timestamp with time zone,
    because text NOT NULL,
    approval_id bigint NOT NULL,
    decided_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    rule_id bigint NOT NULL,
    sent_to_id bigint NOT NULL,
    CONSTRAINT work_approvalstepevent_number_check CHECK ((number >= 0)),
    CONSTRAINT work_approvalstepevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_approvalstepevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_approvalstepevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_clock (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    kind character varying(48) NOT NULL,
    measure character varying(10) NOT NULL,
    tier character varying(1) NOT NULL,
    state character varying(8) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    allowed_seconds integer NOT NULL,
    used_seconds integer NOT NULL,
    since_at timestamp with time zone,
    stood_at timestamp with time zone,
    due_at timestamp with time zone,
    warn_at timestamp with time zone,
    warned_at timestamp with time zone,
    breached_at timestamp with time zone,
    reckoned_by character varying(64) NOT NULL,
    team_id bigint,
    level_id bigint NOT NULL,
    CONSTRAINT clock_missed_has_instant CHECK (((NOT ((state)::text = 'missed'::text)) OR (breached_at IS NOT NULL))),
    CONSTRAINT clock_runs_or_stands CHECK ((((due_at IS NOT NULL) AND (since_at IS NOT NULL) AND ((state)::text = 'running'::text) AND (stood_at IS NULL)) OR ((since_at IS NULL) AND (stood_at IS NOT NULL) AND (NOT ((state)::text = 'running'::text))))),
    CONSTRAINT work_clock_allowed_seconds_check CHECK ((allowed_seconds >= 0)),
    CONSTRAINT work_clock_used_seconds_check CHECK ((used_seconds >= 0)),
    CONSTRAINT work_clock_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_clock ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_clock_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_clockevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    kind character varying(48) NOT NULL,
    measure character varying(10) NOT NULL,
    tier character varying(1) NOT NULL,
    state character varying(8) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    allowed_seconds integer NOT NULL,
    used_seconds integer NOT NULL,
    since_at timestamp with time zone,
    stood_at timestamp with time zone,
    due_at timestamp with time zone,
    warn_at timestamp with time zone,
    warned_at timestamp with time zone,
    breached_at timestamp with time zone,
    reckoned_by character varying(64) NOT NULL,
    pgh_obj_id bigint NOT NULL,
    team_id bigint,
    level_id bigint NOT NULL,
    CONSTRAINT work_clockevent_allowed_seconds_check CHECK ((allowed_seconds >= 0)),
    CONSTRAINT work_clockevent_used_seconds_check CHECK ((used_seconds >= 0)),
    CONSTRAINT work_clockevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_clockevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_clockevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_deadline (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    days smallint,
    business boolean NOT NULL,
    day_on date NOT NULL,
    told_on date,
    anchor_id bigint,
    task_id bigint NOT NULL,
    CONSTRAINT deadline_business_days CHECK (((NOT business) OR (days IS NOT NULL))),
    CONSTRAINT deadline_relative_has_anchor CHECK (((days IS NULL) OR (anchor_id IS NOT NULL))),
    CONSTRAINT work_deadline_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_deadline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_deadline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_deadlineevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    days smallint,
    business boolean NOT NULL,
    day_on date NOT NULL,
    told_on date,
    anchor_id bigint,
    pgh_obj_id bigint NOT NULL,
    task_id bigint NOT NULL,
    CONSTRAINT work_deadlineevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_deadlineevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_deadlineevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_handoff (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    text text NOT NULL,
    context bigint[] NOT NULL,
    state character varying(10) NOT NULL,
    wanted_at timestamp with time zone,
    proof text NOT NULL,
    proof_name character varying(200) NOT NULL,
    proof_sha character varying(64) NOT NULL,
    ended_at timestamp with time zone,
    accepted_by_id bigint,
    account_id bigint NOT NULL,
    contact_id bigint,
    requested_by_id bigint,
    resolution_id bigint,
    response_id bigint,
    task_id bigint NOT NULL,
    team_id bigint NOT NULL,
    CONSTRAINT handoff_ended_has_instant CHECK ((((ended_at IS NOT NULL) AND ((state)::text = ANY ((ARRAY['finished'::character varying, 'withdrawn'::character varying])::text[]))) OR ((NOT ((state)::text = ANY ((ARRAY['finished'::character varying, 'withdrawn'::character varying])::text[]))) AND (ended_at IS NULL)))),
    CONSTRAINT handoff_finished_has_proof CHECK (((NOT ((state)::text = 'finished'::text)) OR (NOT (proof = ''::text)) OR (NOT ((proof_sha)::text = ''::text)))),
    CONSTRAINT work_handoff_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_handoff ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_handoff_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_handoffevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    text text NOT NULL,
    context bigint[] NOT NULL,
    state character varying(10) NOT NULL,
    wanted_at timestamp with time zone,
    proof text NOT NULL,
    proof_name character varying(200) NOT NULL,
    proof_sha character varying(64) NOT NULL,
    ended_at timestamp with time zone,
    accepted_by_id bigint,
    account_id bigint NOT NULL,
    contact_id bigint,
    pgh_obj_id bigint NOT NULL,
    requested_by_id bigint,
    resolution_id bigint,
    response_id bigint,
    task_id bigint NOT NULL,
    team_id bigint NOT NULL,
    CONSTRAINT work_handoffevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_handoffevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_handoffevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_handoffletter (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    address character varying(254) NOT NULL,
    text text NOT NULL,
    answerable boolean NOT NULL,
    state character varying(6) NOT NULL,
    attempts smallint NOT NULL,
    error character varying(500) NOT NULL,
    sent_at timestamp with time zone,
    handoff_id bigint NOT NULL,
    CONSTRAINT work_handoffletter_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT work_handoffletter_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_handoffletter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_handoffletter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_handoffreply (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    address character varying(320) NOT NULL,
    state character varying(8) NOT NULL,
    reason character varying(12) NOT NULL,
    said text NOT NULL,
    handoff_id bigint NOT NULL,
    message_id bigint NOT NULL,
    CONSTRAINT work_handoffreply_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_handoffreply ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_handoffreply_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_handoffstep (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    state character varying(10) NOT NULL,
    text text NOT NULL,
    since_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone,
    handoff_id bigint NOT NULL,
    person_id bigint,
    address character varying(60) NOT NULL,
    CONSTRAINT work_handoffstep_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_handoffstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_handoffstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_handoffstepevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    state character varying(10) NOT NULL,
    text text NOT NULL,
    since_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone,
    handoff_id bigint NOT NULL,
    person_id bigint,
    pgh_obj_id bigint NOT NULL,
    address character varying(60) NOT NULL,
    CONSTRAINT work_handoffstepevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_handoffstepevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_handoffstepevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_improvement (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    title character varying(200) NOT NULL,
    text text NOT NULL,
    figure character varying(8) NOT NULL,
    weeks smallint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    state character varying(8) NOT NULL,
    before numeric(9,1),
    before_count integer,
    after numeric(9,1),
    after_count integer,
    person_id bigint NOT NULL,
    team_id bigint NOT NULL,
    CONSTRAINT improvement_dates CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT improvement_ended_has_day CHECK ((((ends_on IS NOT NULL) AND ((state)::text = 'ended'::text)) OR ((NOT ((state)::text = 'ended'::text)) AND (ends_on IS NULL)))),
    CONSTRAINT improvement_weeks CHECK (((weeks >= 1) AND (weeks <= 52))),
    CONSTRAINT work_improvement_after_count_check CHECK ((after_count >= 0)),
    CONSTRAINT work_improvement_before_count_check CHECK ((before_count >= 0)),
    CONSTRAINT work_improvement_version_check CHECK ((version >= 0)),
    CONSTRAINT work_improvement_weeks_check CHECK ((weeks >= 0))
);
ALTER TABLE public.work_improvement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_improvement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_improvementevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    title character varying(200) NOT NULL,
    text text NOT NULL,
    figure character varying(8) NOT NULL,
    weeks smallint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    state character varying(8) NOT NULL,
    before numeric(9,1),
    before_count integer,
    after numeric(9,1),
    after_count integer,
    person_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    team_id bigint NOT NULL,
    CONSTRAINT work_improvementevent_after_count_check CHECK ((after_count >= 0)),
    CONSTRAINT work_improvementevent_before_count_check CHECK ((before_count >= 0)),
    CONSTRAINT work_improvementevent_version_check CHECK ((version >= 0)),
    CONSTRAINT work_improvementevent_weeks_check CHECK ((weeks >= 0))
);
ALTER TABLE public.work_improvementevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_improvementevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_project (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(200) NOT NULL,
    note text NOT NULL,
    own_anchor boolean NOT NULL,
    state character varying(8) NOT NULL,
    closed_at timestamp with time zone,
    audience character varying(30)[] NOT NULL,
    account_id bigint,
    anchor_id bigint,
    owner_id bigint,
    template_id bigint,
    CONSTRAINT project_closed_has_instant CHECK ((((closed_at IS NULL) AND ((state)::text = 'open'::text)) OR ((NOT ((state)::text = 'open'::text)) AND (closed_at IS NOT NULL)))),
    CONSTRAINT work_project_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_project ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_project_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_projectevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(200) NOT NULL,
    note text NOT NULL,
    own_anchor boolean NOT NULL,
    state character varying(8) NOT NULL,
    closed_at timestamp with time zone,
    audience character varying(30)[] NOT NULL,
    account_id bigint,
    anchor_id bigint,
    owner_id bigint,
    pgh_obj_id bigint NOT NULL,
    template_id bigint,
    CONSTRAINT work_projectevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_projectevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_projectevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_projectstep (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    words character varying(200) NOT NULL,
    audience character varying(30)[] NOT NULL,
    project_id bigint NOT NULL,
    task_id bigint NOT NULL,
    CONSTRAINT work_projectstep_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_projectstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_projectstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_projectstepevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    words character varying(200) NOT NULL,
    audience character varying(30)[] NOT NULL,
    pgh_obj_id bigint NOT NULL,
    project_id bigint NOT NULL,
    task_id bigint NOT NULL,
    CONSTRAINT work_projectstepevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_projectstepevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_projectstepevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_projecttemplate (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(120) NOT NULL,
    note text NOT NULL,
    removed_at timestamp with time zone,
    owner_id bigint,
    CONSTRAINT work_projecttemplate_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_projecttemplate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_projecttemplate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_projecttemplateevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    name character varying(120) NOT NULL,
    note text NOT NULL,
    removed_at timestamp with time zone,
    owner_id bigint,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT work_projecttemplateevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_projecttemplateevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_projecttemplateevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_promise (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    first_due_at timestamp with time zone,
    state character varying(10) NOT NULL,
    decided_at timestamp with time zone,
    because text NOT NULL,
    contact_id bigint,
    promised_by_id bigint,
    task_id bigint NOT NULL,
    team_id bigint,
    CONSTRAINT promise_decided_has_instant CHECK ((((decided_at IS NULL) AND ((state)::text = 'open'::text)) OR ((NOT ((state)::text = 'open'::text)) AND (decided_at IS NOT NULL)))),
    CONSTRAINT work_promise_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_promise ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_promise_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_promiseevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    first_due_at timestamp with time zone,
    state character varying(10) NOT NULL,
    decided_at timestamp with time zone,
    because text NOT NULL,
    contact_id bigint,
    pgh_obj_id bigint NOT NULL,
    promised_by_id bigint,
    task_id bigint NOT NULL,
    team_id bigint,
    CONSTRAINT work_promiseevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_promiseevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_promiseevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_servicelevel (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    kind character varying(48) NOT NULL,
    tier character varying(1) NOT NULL,
    response_hours numeric(7,2),
    resolution_hours numeric(7,2),
    starts_on date NOT NULL,
    ends_on date,
    team_id bigint,
    CONSTRAINT servicelevel_dates CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT servicelevel_measures_something CHECK (((response_hours IS NOT NULL) OR (resolution_hours IS NOT NULL))),
    CONSTRAINT servicelevel_resolution CHECK (((resolution_hours > (0)::numeric) OR (resolution_hours IS NULL))),
    CONSTRAINT servicelevel_response CHECK (((response_hours > (0)::numeric) OR (response_hours IS NULL))),
    CONSTRAINT work_servicelevel_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_servicelevel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_servicelevel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_servicelevelevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    kind character varying(48) NOT NULL,
    tier character varying(1) NOT NULL,
    response_hours numeric(7,2),
    resolution_hours numeric(7,2),
    starts_on date NOT NULL,
    ends_on date,
    pgh_obj_id bigint NOT NULL,
    team_id bigint,
    CONSTRAINT work_servicelevelevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_servicelevelevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_servicelevelevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_steptie (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    step_id bigint NOT NULL,
    waits_for_id bigint NOT NULL,
    CONSTRAINT step_tie_not_itself CHECK ((NOT (step_id = waits_for_id))),
    CONSTRAINT work_steptie_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_steptie ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_steptie_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_steptieevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    pgh_obj_id bigint NOT NULL,
    step_id bigint NOT NULL,
    waits_for_id bigint NOT NULL,
    CONSTRAINT work_steptieevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_steptieevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_steptieevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_task (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    title character varying(200) NOT NULL,
    kind character varying(48) NOT NULL,
    state character varying(8) NOT NULL,
    stake numeric(14,2),
    stake_kind character varying(16) NOT NULL,
    due_at timestamp with time zone,
    due_kind character varying(4) NOT NULL,
    promised boolean NOT NULL,
    minutes smallint,
    reason_code character varying(64) NOT NULL,
    reason_args jsonb NOT NULL,
    source_kind character varying(64) NOT NULL,
    source_id bigint,
    note text NOT NULL,
    pinned boolean NOT NULL,
    snoozed_until_at timestamp with time zone,
    done_at timestamp with time zone,
    account_id bigint,
    created_by_id bigint,
    done_by_id bigint,
    owner_id bigint,
    team_id bigint,
    CONSTRAINT task_closed_has_instant CHECK ((((done_at IS NULL) AND ((state)::text = 'open'::text)) OR ((done_at IS NOT NULL) AND (NOT ((state)::text = 'open'::text))))),
    CONSTRAINT task_owner_or_team CHECK (((owner_id IS NOT NULL) OR (team_id IS NOT NULL))),
    CONSTRAINT task_source_whole CHECK ((((source_id IS NULL) AND ((source_kind)::text = ''::text)) OR ((NOT ((source_kind)::text = ''::text)) AND (source_id IS NOT NULL)))),
    CONSTRAINT work_task_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT work_task_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_taskevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    title character varying(200) NOT NULL,
    kind character varying(48) NOT NULL,
    state character varying(8) NOT NULL,
    stake numeric(14,2),
    stake_kind character varying(16) NOT NULL,
    due_at timestamp with time zone,
    due_kind character varying(4) NOT NULL,
    promised boolean NOT NULL,
    minutes smallint,
    reason_code character varying(64) NOT NULL,
    reason_args jsonb NOT NULL,
    source_kind character varying(64) NOT NULL,
    source_id bigint,
    note text NOT NULL,
    pinned boolean NOT NULL,
    snoozed_until_at timestamp with time zone,
    done_at timestamp with time zone,
    account_id bigint,
    created_by_id bigint,
    done_by_id bigint,
    owner_id bigint,
    pgh_obj_id bigint NOT NULL,
    team_id bigint,
    CONSTRAINT work_taskevent_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT work_taskevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_taskevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_taskevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_templatestep (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    title character varying(200) NOT NULL,
    days smallint NOT NULL,
    business boolean NOT NULL,
    minutes smallint,
    role character varying(24) NOT NULL,
    removed_at timestamp with time zone,
    person_id bigint,
    template_id bigint NOT NULL,
    CONSTRAINT template_step_role_or_person CHECK ((((role)::text = ''::text) OR (person_id IS NULL))),
    CONSTRAINT work_templatestep_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT work_templatestep_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_templatestep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_templatestep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_templatestepevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    title character varying(200) NOT NULL,
    days smallint NOT NULL,
    business boolean NOT NULL,
    minutes smallint,
    role character varying(24) NOT NULL,
    removed_at timestamp with time zone,
    person_id bigint,
    pgh_obj_id bigint NOT NULL,
    template_id bigint NOT NULL,
    CONSTRAINT work_templatestepevent_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT work_templatestepevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_templatestepevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_templatestepevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_templatetie (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    step_id bigint NOT NULL,
    waits_for_id bigint NOT NULL,
    CONSTRAINT template_tie_not_itself CHECK ((NOT (step_id = waits_for_id))),
    CONSTRAINT work_templatetie_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_templatetie ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_templatetie_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_templatetieevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    pgh_obj_id bigint NOT NULL,
    step_id bigint NOT NULL,
    waits_for_id bigint NOT NULL,
    CONSTRAINT work_templatetieevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_templatetieevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_templatetieevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_timeblock (
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    purpose character varying(120) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    person_id bigint NOT NULL,
    CONSTRAINT block_forward CHECK ((ends_at > starts_at)),
    CONSTRAINT work_timeblock_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_timeblock ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_timeblock_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_timeblockevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone,
    updated_at timestamp with time zone,
    version integer NOT NULL,
    purpose character varying(120) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    person_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT work_timeblockevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.work_timeblockevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.work_timeblockevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);
INSERT INTO public.directory_callingwindow VALUES
	(1, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', '', '08:00-21:00', '08:00-21:00', '08:00-21:00', true, NULL, '', false, false, '2025-11-01', '47 CFR 64.1200(c)(1) (FCC), 16 CFR 310.4(c) (FTC)', ''),
	(2, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'AL', '08:00-20:00', '08:00-20:00', '', false, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', ''),
	(3, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'CT', '09:00-20:00', '09:00-20:00', '09:00-20:00', true, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', ''),
	(4, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'FL', '08:00-20:00', '08:00-20:00', '08:00-20:00', true, 3, '', false, true, '2025-11-01', 'Fla. Stat. 501.616(6)(a)(b): flsenate.gov, lawserver.com; a person includes a corporation', ''),
	(5, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'KY', '10:00-21:00', '10:00-21:00', '10:00-21:00', true, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', ''),
	(6, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'LA', '08:00-20:00', '08:00-20:00', '', false, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', ''),
	(7, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'MD', '08:00-20:00', '08:00-20:00', '08:00-20:00', true, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', ''),
	(8, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'MA', '08:00-20:00', '08:00-20:00', '08:00-20:00', true, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', ''),
	(9, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'MI', '09:00-21:00', '09:00-21:00', '09:00-21:00', true, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', ''),
	(10, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'MN', '09:00-21:00', '09:00-21:00', '09:00-21:00', true, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', ''),
	(11, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'MS', '08:00-20:00', '08:00-20:00', '', true, NULL, 'America/Chicago', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', ''),
	(12, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'NV', '09:00-20:00', '09:00-20:00', '09:00-20:00', true, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', ''),
	(13, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'NM', '09:00-21:00', '09:00-21:00', '09:00-21:00', true, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', ''),
	(14, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'OK', '08:00-20:00', '08:00-20:00', '08:00-20:00', true, 3, '', true, false, '2022-11-01', 'dnc.com: since 2022-11-01, an existing relationship is exempt', ''),
	(15, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'PA', '08:00-21:00', '08:00-12:00', '08:00-21:00', false, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', 'Saturday 8 to 12 as the source prints it; it looks wrong.'),
	(16, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'RI', '09:00-18:00', '', '', true, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01; R.I. Gen. Laws 5-61-3.6', 'The source names weekdays only; Saturday and Sunday are taken as closed.'),
	(17, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'TX', '09:00-21:00', '09:00-21:00', '12:00-21:00', true, NULL, '', false, false, '2025-09-01', 'SB 140, since 2025-09-01 for texts too: commlawgroup.com, cloudcommunications.com; calls to businesses are exempt', ''),
	(18, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'WA', '08:00-20:00', '08:00-20:00', '08:00-20:00', true, NULL, '', false, true, '2025-11-01', 'RCW 19.158.040(2), RCW 80.36.390: app.leg.wa.gov; also binds calls to businesses', '');
INSERT INTO public.directory_callingwindowevent VALUES
	(1, '2026-11-27 21:19:29.688662+00', 'insert', NULL, NULL, 1, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', '', '08:00-21:00', '08:00-21:00', '08:00-21:00', true, NULL, '', false, false, '2025-11-01', '47 CFR 64.1200(c)(1) (FCC), 16 CFR 310.4(c) (FTC)', '', 1),
	(2, '2026-11-27 21:19:29.688662+00', 'insert', NULL, NULL, 2, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'AL', '08:00-20:00', '08:00-20:00', '', false, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', '', 2),
	(3, '2026-11-27 21:19:29.688662+00', 'insert', NULL, NULL, 3, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'CT', '09:00-20:00', '09:00-20:00', '09:00-20:00', true, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', '', 3),
	(4, '2026-11-27 21:19:29.688662+00', 'insert', NULL, NULL, 4, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'FL', '08:00-20:00', '08:00-20:00', '08:00-20:00', true, 3, '', false, true, '2025-11-01', 'Fla. Stat. 501.616(6)(a)(b): flsenate.gov, lawserver.com; a person includes a corporation', '', 4),
	(5, '2026-11-27 21:19:29.688662+00', 'insert', NULL, NULL, 5, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'KY', '10:00-21:00', '10:00-21:00', '10:00-21:00', true, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', '', 5),
	(6, '2026-11-27 21:19:29.688662+00', 'insert', NULL, NULL, 6, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'LA', '08:00-20:00', '08:00-20:00', '', false, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', '', 6),
	(7, '2026-11-27 21:19:29.688662+00', 'insert', NULL, NULL, 7, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'MD', '08:00-20:00', '08:00-20:00', '08:00-20:00', true, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', '', 7),
	(8, '2026-11-27 21:19:29.688662+00', 'insert', NULL, NULL, 8, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'MA', '08:00-20:00', '08:00-20:00', '08:00-20:00', true, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', '', 8),
	(9, '2026-11-27 21:19:29.688662+00', 'insert', NULL, NULL, 9, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'MI', '09:00-21:00', '09:00-21:00', '09:00-21:00', true, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', '', 9),
	(10, '2026-11-27 21:19:29.688662+00', 'insert', NULL, NULL, 10, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'MN', '09:00-21:00', '09:00-21:00', '09:00-21:00', true, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', '', 10),
	(11, '2026-11-27 21:19:29.688662+00', 'insert', NULL, NULL, 11, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'MS', '08:00-20:00', '08:00-20:00', '', true, NULL, 'America/Chicago', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', '', 11),
	(12, '2026-11-27 21:19:29.688662+00', 'insert', NULL, NULL, 12, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'NV', '09:00-20:00', '09:00-20:00', '09:00-20:00', true, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', '', 12),
	(13, '2026-11-27 21:19:29.688662+00', 'insert', NULL, NULL, 13, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'NM', '09:00-21:00', '09:00-21:00', '09:00-21:00', true, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', '', 13),
	(14, '2026-11-27 21:19:29.688662+00', 'insert', NULL, NULL, 14, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'OK', '08:00-20:00', '08:00-20:00', '08:00-20:00', true, 3, '', true, false, '2022-11-01', 'dnc.com: since 2022-11-01, an existing relationship is exempt', '', 14),
	(15, '2026-11-27 21:19:29.688662+00', 'insert', NULL, NULL, 15, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'PA', '08:00-21:00', '08:00-12:00', '08:00-21:00', false, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01', 'Saturday 8 to 12 as the source prints it; it looks wrong.', 15),
	(16, '2026-11-27 21:19:29.688662+00', 'insert', NULL, NULL, 16, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'RI', '09:00-18:00', '', '', true, NULL, '', false, false, '2025-11-01', 'dropcowboy.com, state compliance, 2025-11-01; R.I. Gen. Laws 5-61-3.6', 'The source names weekdays only; Saturday and Sunday are taken as closed.', 16),
	(17, '2026-11-27 21:19:29.688662+00', 'insert', NULL, NULL, 17, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'TX', '09:00-21:00', '09:00-21:00', '12:00-21:00', true, NULL, '', false, false, '2025-09-01', 'SB 140, since 2025-09-01 for texts too: commlawgroup.com, cloudcommunications.com; calls to businesses are exempt', '', 17),
	(18, '2026-11-27 21:19:29.688662+00', 'insert', NULL, NULL, 18, '2026-11-26 00:00:00+00', '2026-11-26 00:00:00+00', 1, 'US', 'WA', '08:00-20:00', '08:00-20:00', '08:00-20:00', true, NULL, '', false, true, '2025-11-01', 'RCW 19.158.040(2), RCW 80.36.390: app.leg.wa.gov; also binds calls to businesses', '', 18);
INSERT INTO public.django_migrations VALUES
	(1, 'contenttypes', '0001_initial', '2026-11-27 21:15:17.10579+00'),
	(2, 'contenttypes', '0002_remove_content_type_name', '2026-11-27 21:15:17.175258+00'),
	(3, 'auth', '0001_initial', '2026-11-27 21:15:17.461381+00'),
	(4, 'auth', '0002_alter_permission_name_max_length', '2026-11-27 21:15:17.543393+00'),
	(5, 'auth', '0003_alter_user_email_max_length', '2026-11-27 21:15:17.618028+00'),
	(6, 'auth', '0004_alter_user_username_opts', '2026-11-27 21:15:17.717868+00'),
	(7, 'auth', '0005_alter_user_last_login_null', '2026-11-27 21:15:17.794432+00'),
	(8, 'auth', '0006_require_contenttypes_0002', '2026-11-27 21:15:17.824912+00'),
	(9, 'auth', '0007_alter_validators_add_error_messages', '2026-11-27 21:15:17.957804+00'),
	(10, 'auth', '0008_alter_user_username_max_length', '2026-11-27 21:15:18.05088+00'),
	(11, 'auth', '0009_alter_user_last_name_max_length', '2026-11-27 21:15:18.202631+00'),
	(12, 'auth', '0010_alter_group_name_max_length', '2026-11-27 21:15:18.519306+00'),
	(13, 'auth', '0011_update_proxy_permissions', '2026-11-27 21:15:18.596867+00'),
	(14, 'auth', '0012_alter_user_first_name_max_length', '2026-11-27 21:15:18.699898+00'),
	(15, 'team', '0001_initial', '2026-11-27 21:15:30.077248+00'),
	(16, 'directory', '0001_initial', '2026-11-27 21:15:42.407262+00'),
	(17, 'directory', '0002_nothing_to_leavers', '2026-11-27 21:15:43.847816+00'),
	(18, 'directory', '0003_nouns', '2026-11-27 21:16:27.320033+00'),
	(19, 'board', '0001_initial', '2026-11-27 21:16:31.692427+00'),
	(20, 'board', '0002_ledgers', '2026-11-27 21:16:31.702053+00'),
	(21, 'board', '0003_contact_report', '2026-11-27 21:16:43.225137+00'),
	(22, 'board', '0004_review_answered', '2026-11-27 21:16:44.86847+00'),
	(23, 'board', '0005_promises_tick', '2026-11-27 21:16:45.406144+00'),
	(24, 'core', '0001_initial', '2026-11-27 21:16:48.663294+00'),
	(25, 'core', '0002_ledger', '2026-11-27 21:16:48.708755+00'),
	(26, 'core', '0003_undone_once', '2026-11-27 21:16:49.443571+00'),
	(27, 'core', '0004_search', '2026-11-27 21:16:49.799195+00'),
	(28, 'core', '0005_runs', '2026-11-27 21:16:52.02548+00'),
	(29, 'core', '0006_knowing', '2026-11-27 21:17:10.068606+00'),
	(30, 'core', '0007_search_spelled', '2026-11-27 21:17:10.147195+00'),
	(31, 'core', '0008_notes', '2026-11-27 21:17:11.751237+00'),
	(32, 'core', '0009_log_forgets', '2026-11-27 21:17:11.827975+00'),
	(33, 'core', '0010_log_result', '2026-11-27 21:17:14.239433+00'),
	(34, 'team', '0002_nothing_to_leavers', '2026-11-27 21:17:16.159933+00'),
	(35, 'team', '0003_sessions', '2026-11-27 21:17:16.975428+00'),
	(36, 'team', '0004_knowing', '2026-11-27 21:17:27.800399+00'),
	(37, 'team', '0005_first_hour', '2026-11-27 21:17:29.713208+00'),
	(38, 'team', '0006_leavers', '2026-11-27 21:18:47.14724+00'),
	(39, 'directory', '0004_import', '2026-11-27 21:19:01.339471+00'),
	(40, 'directory', '0005_duplicates', '2026-11-27 21:19:29.674522+00'),
	(41, 'directory', '0006_permission', '2026-11-27 21:19:37.047528+00'),
	(42, 'directory', '0007_leavers', '2026-11-27 21:19:41.346712+00'),
	(43, 'directory', '0008_import_goes_one_way', '2026-11-27 21:19:43.240888+00'),
	(44, 'directory', '0009_wish_of_a_person', '2026-11-27 21:19:43.611129+00'),
	(45, 'directory', '0010_import_words', '2026-11-27 21:19:43.970317+00'),
	(46, 'directory', '0011_owner_days', '2026-11-27 21:19:44.908199+00'),
	(47, 'directory', '0012_pair_score', '2026-11-27 21:19:45.445737+00'),
	(48, 'channels', '0001_initial', '2026-11-27 21:19:48.199409+00'),
	(49, 'channels', '0002_retry', '2026-11-27 21:19:51.687595+00'),
	(50, 'channels', '0003_knowing', '2026-11-27 21:19:53.17544+00'),
	(51, 'channels', '0004_scale', '2026-11-27 21:19:56.325393+00'),
	(52, 'channels', '0005_capture', '2026-11-27 21:20:01.603952+00'),
	(53, 'channels', '0006_own_mailbox', '2026-11-27 21:20:14.771587+00'),
	(54, 'channels', '0007_passed_on', '2026-11-27 21:20:16.471107+00'),
	(55, 'channels', '0008_between', '2026-11-27 21:20:18.026969+00'),
	(56, 'channels', '0009_earlier', '2026-11-27 21:20:19.6033+00'),
	(57, 'channels', '0010_invitations', '2026-11-27 21:20:20.425113+00'),
	(58, 'calendar', '0001_initial', '2026-11-27 21:21:06.215684+00'),
	(59, 'calendar', '0002_files_feeds', '2026-11-27 21:21:07.632187+00'),
	(60, 'calendar', '0003_invitations', '2026-11-27 21:21:20.899392+00'),
	(61, 'calendar', '0004_layers_reminders', '2026-11-27 21:21:22.311345+00'),
	(62, 'calendar', '0005_seen_by_oneself', '2026-11-27 21:21:22.331527+00'),
	(63, 'calendar', '0006_guests_asked', '2026-11-27 21:21:27.540507+00'),
	(64, 'work', '0001_initial', '2026-11-27 21:21:30.918053+00'),
	(65, 'intake', '0001_initial', '2026-11-27 21:21:38.305746+00'),
	(66, 'intake', '0002_nothing_to_leavers', '2026-11-27 21:21:38.821101+00'),
	(67, 'intake', '0003_scale', '2026-11-27 21:21:39.586914+00'),
	(68, 'intake', '0004_leavers', '2026-11-27 21:21:40.043742+00'),
	(69, 'journal', '0001_initial', '2026-11-27 21:21:46.989467+00'),
	(70, 'journal', '0002_notes', '2026-11-27 21:22:19.263328+00'),
	(71, 'journal', '0003_leavers', '2026-11-27 21:22:20.577743+00'),
	(72, 'journal', '0004_drafted', '2026-11-27 21:22:22.503184+00'),
	(73, 'kit', '0001_initial', '2026-11-27 21:22:23.864852+00'),
	(74, 'kit', '0002_hands', '2026-11-27 21:22:30.27519+00'),
	(75, 'kit', '0003_listing', '2026-11-27 21:22:50.508415+00'),
	(76, 'kit', '0004_knowing', '2026-11-27 21:22:53.937432+00'),
	(77, 'kit', '0005_enclosed_right', '2026-11-27 21:22:54.362489+00'),
	(78, 'kit', '0006_notes', '2026-11-27 21:22:56.409917+00'),
	(79, 'kit', '0007_leavers', '2026-11-27 21:23:00.671534+00'),
	(80, 'work', '0002_nothing_to_leavers', '2026-11-27 21:23:04.980466+00'),
	(81, 'work', '0003_scale', '2026-11-27 21:23:06.760114+00'),
	(82, 'work', '0004_anchors', '2026-11-27 21:23:32.658911+00'),
	(83, 'work', '0005_promises', '2026-11-27 21:23:42.611385+00'),
	(84, 'work', '0006_promises_of_tasks', '2026-11-27 21:23:42.638085+00'),
	(85, 'work', '0007_approvals', '2026-11-27 21:24:24.704292+00'),
	(86, 'work', '0008_my_day', '2026-11-27 21:24:37.46483+00'),
	(87, 'team', '0007_team_hours', '2026-11-27 21:24:53.710913+00'),
	(88, 'work', '0009_handoffs', '2026-11-27 21:25:10.519472+00'),
	(89, 'work', '0010_projects', '2026-11-27 21:25:53.036138+00'),
	(90, 'work', '0011_letters_of_departments', '2026-11-27 21:26:11.667672+00'),
	(91, 'orders', '0001_initial', '2026-11-27 21:26:52.342798+00'),
	(92, 'orders', '0002_ledgers', '2026-11-27 21:26:52.399406+00'),
	(93, 'orders', '0003_seeds', '2026-11-27 21:26:52.998234+00'),
	(94, 'orders', '0004_nothing_to_leavers', '2026-11-27 21:26:53.564193+00'),
	(95, 'orders', '0005_saved_mrr', '2026-11-27 21:26:54.299228+00'),
	(96, 'orders', '0006_order_booked', '2026-11-27 21:26:55.792414+00'),
	(97, 'orders', '0007_discount_approval', '2026-11-27 21:27:33.19687+00'),
	(98, 'orders', '0008_steps_are_handoffs', '2026-11-27 21:27:33.31961+00'),
	(99, 'orders', '0009_discounts_kept', '2026-11-27 21:28:33.705332+00'),
	(100, 'pghistory', '0001_initial', '2026-11-27 21:28:33.754504+00');
INSERT INTO public.django_migrations VALUES
	(101, 'pghistory', '0002_aggregateevent', '2026-11-27 21:28:33.911307+00'),
	(102, 'pghistory', '0003_auto_20201023_1636', '2026-11-27 21:28:34.083083+00'),
	(103, 'pghistory', '0004_auto_20220906_1625', '2026-11-27 21:28:46.375383+00'),
	(104, 'pghistory', '0005_events_middlewareevents', '2026-11-27 21:28:46.568401+00'),
	(105, 'pghistory', '0006_delete_aggregateevent', '2026-11-27 21:28:46.687581+00'),
	(106, 'pghistory', '0007_auto_20250421_0444', '2026-11-27 21:28:55.125901+00'),
	(107, 'pipeline', '0001_initial', '2026-11-27 21:30:04.187758+00'),
	(108, 'pipeline', '0002_nothing_to_leavers', '2026-11-27 21:30:29.132264+00'),
	(109, 'pipeline', '0003_scale', '2026-11-27 21:30:37.655899+00'),
	(110, 'procrastinate', '0001_initial', '2026-11-27 21:30:37.820305+00'),
	(111, 'procrastinate', '0002_drop_started_at_column', '2026-11-27 21:30:37.958586+00'),
	(112, 'procrastinate', '0003_drop_started_at_column', '2026-11-27 21:30:38.002978+00'),
	(113, 'procrastinate', '0004_drop_procrastinate_version_table', '2026-11-27 21:30:38.15368+00'),
	(114, 'procrastinate', '0005_fix_procrastinate_fetch_job', '2026-11-27 21:30:38.187679+00'),
	(115, 'procrastinate', '0006_fix_trigger_status_events_insert', '2026-11-27 21:30:38.295144+00'),
	(116, 'procrastinate', '0007_add_queueing_lock_column', '2026-11-27 21:30:38.335234+00'),
	(117, 'procrastinate', '0008_close_fetch_job_race_condition', '2026-11-27 21:30:38.38343+00'),
	(118, 'procrastinate', '0009_add_defer_job_function', '2026-11-27 21:30:38.432229+00'),
	(119, 'procrastinate', '0010_add_procrastinate_periodic_defers', '2026-11-27 21:30:38.493723+00'),
	(120, 'procrastinate', '0011_add_foreign_key_index', '2026-11-27 21:30:38.630901+00'),
	(121, 'procrastinate', '0012_add_locks_to_periodic_defer', '2026-11-27 21:30:38.685543+00'),
	(122, 'procrastinate', '0013_fix_procrastinate_defer_periodic_job', '2026-11-27 21:30:38.804575+00'),
	(123, 'procrastinate', '0014_add_finish_job_and_retry_job_functions', '2026-11-27 21:30:39.028339+00'),
	(124, 'procrastinate', '0015_add_trigger_on_job_deletion', '2026-11-27 21:30:39.236205+00'),
	(125, 'procrastinate', '0016_delete_finished_jobs', '2026-11-27 21:30:39.292466+00'),
	(126, 'procrastinate', '0017_add_checks_to_finish_job', '2026-11-27 21:30:39.357007+00'),
	(127, 'procrastinate', '0018_add_checks_to_retry_job', '2026-11-27 21:30:39.448056+00'),
	(128, 'procrastinate', '0019_fix_finish_job_compat_issue', '2026-11-27 21:30:39.52484+00'),
	(129, 'procrastinate', '0020_add_index_on_procrastinate_jobs', '2026-11-27 21:30:39.675164+00'),
	(130, 'procrastinate', '0021_add_kwargs_to_defer_periodic_job', '2026-11-27 21:30:39.748058+00'),
	(131, 'procrastinate', '0022_null_locks_excluded', '2026-11-27 21:30:39.864035+00'),
	(132, 'procrastinate', '0023_remove_old_finish_job_function', '2026-11-27 21:30:40.01427+00'),
	(133, 'procrastinate', '0024_job_id_bigint', '2026-11-27 21:30:40.173695+00'),
	(134, 'procrastinate', '0025_add_models', '2026-11-27 21:30:40.685838+00'),
	(135, 'procrastinate', '0026_add_job_priority', '2026-11-27 21:30:41.047202+00'),
	(136, 'procrastinate', '0027_add_periodic_job_priority', '2026-11-27 21:30:41.106085+00'),
	(137, 'procrastinate', '0028_add_cancel_states', '2026-11-27 21:30:41.982906+00'),
	(138, 'procrastinate', '0029_add_additional_params_to_retry_job', '2026-11-27 21:30:42.243493+00'),
	(139, 'procrastinate', '0030_alter_procrastinateevent_options', '2026-11-27 21:30:42.489378+00'),
	(140, 'procrastinate', '0031_add_indexes_for_fetch_job', '2026-11-27 21:30:42.652939+00'),
	(141, 'procrastinate', '0032_pre_cancel_notification', '2026-11-27 21:30:42.808581+00'),
	(142, 'procrastinate', '0033_post_cancel_notification', '2026-11-27 21:30:43.04574+00'),
	(143, 'procrastinate', '0034_pre_add_heartbeat', '2026-11-27 21:30:43.352295+00'),
	(144, 'procrastinate', '0035_post_add_heartbeat', '2026-11-27 21:30:43.420797+00'),
	(145, 'procrastinate', '0036_add_worker_model', '2026-11-27 21:30:43.642086+00'),
	(146, 'procrastinate', '0037_pre_batch_defer_jobs', '2026-11-27 21:30:43.78791+00'),
	(147, 'procrastinate', '0038_post_batch_defer_jobs', '2026-11-27 21:30:43.909524+00'),
	(148, 'procrastinate', '0039_pre_priority_lock_fetch_job', '2026-11-27 21:30:44.010686+00'),
	(149, 'procrastinate', '0040_pre_retry_failed_job', '2026-11-27 21:30:44.045934+00'),
	(150, 'procrastinate', '0041_post_retry_failed_job', '2026-11-27 21:30:44.16076+00'),
	(151, 'work', '0012_improvements', '2026-11-27 21:31:12.570374+00');
INSERT INTO public.orders_cancellationreason VALUES
	(1, NULL, NULL, 0, 'price', 'Price', 1, true, NULL),
	(2, NULL, NULL, 0, 'price_budget', 'Budget cut', 2, true, 1),
	(3, NULL, NULL, 0, 'price_use', 'Too much for the use', 3, true, 1),
	(4, NULL, NULL, 0, 'competitor', 'Competitor', 4, true, NULL),
	(5, NULL, NULL, 0, 'product', 'Product', 5, true, NULL),
	(6, NULL, NULL, 0, 'product_missing', 'Something is missing', 6, true, 5),
	(7, NULL, NULL, 0, 'product_broken', 'Did not work for them', 7, true, 5),
	(8, NULL, NULL, 0, 'service', 'Service', 8, true, NULL),
	(9, NULL, NULL, 0, 'unused', 'Not used', 9, true, NULL),
	(10, NULL, NULL, 0, 'staff', 'Staff left', 10, true, NULL),
	(11, NULL, NULL, 0, 'sold', 'Agency sold', 11, true, NULL),
	(12, NULL, NULL, 0, 'closed', 'Closed', 12, true, NULL),
	(13, NULL, NULL, 0, 'other', 'Other', 13, true, NULL);
INSERT INTO public.orders_deskquestion VALUES
	(1, NULL, NULL, 0, 'new', 'signature', 1, 'Signature or written yes', 'Signed order, or their mail that says yes; the name matches', true),
	(2, NULL, NULL, 0, 'new', 'billing_contact', 2, 'Billing contact', 'Who gets the invoice, and still works there', true),
	(3, NULL, NULL, 0, 'new', 'payment_method', 3, 'Payment method noted', 'How they pay; last four digits only, never the number', true),
	(4, NULL, NULL, 0, 'new', 'tax_status', 4, 'Tax status', 'Taxable, exempt with certificate, or reseller', true),
	(5, NULL, NULL, 0, 'new', 'price', 5, 'Price against book', 'Price and discount agree with the book', true),
	(6, NULL, NULL, 0, 'new', 'start_date', 6, 'Start date', 'Not before today, and the day is not closed', true),
	(7, NULL, NULL, 0, 'new', 'order_questions', 7, 'Order questions', 'What fulfilment needs to begin', true),
	(8, NULL, NULL, 0, 'cancellation', 'signature', 8, 'Written notice', 'Their mail or letter, or who took the call', true),
	(9, NULL, NULL, 0, 'cancellation', 'end_date', 9, 'End date', 'Term and notice are kept', true),
	(10, NULL, NULL, 0, 'cancellation', 'reason', 10, 'Reason', 'Why they leave, in their words', true);
SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);
SELECT pg_catalog.setval('public.board_closetick_id_seq', 1, false);
SELECT pg_catalog.setval('public.board_contactcount_id_seq', 1, false);
SELECT pg_catalog.setval('public.board_contactreview_id_seq', 1, false);
SELECT pg_catalog.setval('public.board_contactreviewevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.board_contacttally_id_seq', 1, false);
SELECT pg_catalog.setval('public.board_dayclose_id_seq', 1, false);
SELECT pg_catalog.setval('public.board_goal_id_seq', 1, false);
SELECT pg_catalog.setval('public.board_goalevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.board_repday_id_seq', 1, false);
SELECT pg_catalog.setval('public.board_reviewline_id_seq', 1, false);
SELECT pg_catalog.setval('public.board_reviewnote_id_seq', 1, false);
SELECT pg_catalog.setval('public.calendar_calendar_id_seq', 1, false);
SELECT pg_catalog.setval('public.calendar_calendarevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.calendar_category_id_seq', 1, false);
SELECT pg_catalog.setval('public.calendar_categoryevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.calendar_event_id_seq', 1, false);
SELECT pg_catalog.setval('public.calendar_eventevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.calendar_eventfile_id_seq', 1, false);
SELECT pg_catalog.setval('public.calendar_feed_id_seq', 1, false);
SELECT pg_catalog.setval('public.calendar_guest_id_seq', 1, false);
SELECT pg_catalog.setval('public.calendar_guestevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.calendar_invitation_id_seq', 1, false);
SELECT pg_catalog.setval('public.calendar_occurrence_id_seq', 1, false);
SELECT pg_catalog.setval('public.calendar_reminder_id_seq', 1, false);
SELECT pg_catalog.setval('public.channels_attachment_id_seq', 1, false);
SELECT pg_catalog.setval('public.channels_mailanswer_id_seq', 1, false);
SELECT pg_catalog.setval('public.channels_mailbox_id_seq', 1, false);
SELECT pg_catalog.setval('public.channels_message_id_seq', 1, false);
SELECT pg_catalog.setval('public.channels_nevertaken_id_seq', 1, false);
SELECT pg_catalog.setval('public.channels_ownfolder_id_seq', 1, false);
SELECT pg_catalog.setval('public.channels_ownmail_id_seq', 1, false);
SELECT pg_catalog.setval('public.channels_ownmailbox_id_seq', 1, false);
SELECT pg_catalog.setval('public.channels_ownrule_id_seq', 1, false);
SELECT pg_catalog.setval('public.channels_owntally_id_seq', 1, false);
SELECT pg_catalog.setval('public.channels_retry_id_seq', 1, false);
SELECT pg_catalog.setval('public.channels_thread_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_change_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_link_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_notice_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_oncekey_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_run_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_runtarget_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_searchentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_timelineentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_account_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_account_number', 1000, false);
SELECT pg_catalog.setval('public.directory_accountdomain_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_accountevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_accountfile_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_accountfileevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_accountowner_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_attempt_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_callingwindow_id_seq', 18, true);
SELECT pg_catalog.setval('public.directory_callingwindowevent_pgh_id_seq', 18, true);
SELECT pg_catalog.setval('public.directory_consent_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_contact_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_contactemail_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_contactemailevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_contactevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_contactphone_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_contactphoneevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_customfield_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_customfieldevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_donotcalllist_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_duplicatepair_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_duplicatesearch_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_externalid_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_import_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_importmap_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_importrow_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_listednumber_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_location_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_locationevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_merge_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_mergedrow_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_networkmembership_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_networkmembershipevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_override_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_relation_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_relationcategory_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_relationevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_suppression_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_term_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_termevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_territoryaccount_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_territoryaccountevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.directory_territorymove_id_seq', 1, false);
SELECT pg_catalog.setval('public.django_migrations_id_seq', 151, true);
SELECT pg_catalog.setval('public.intake_assignment_id_seq', 1, false);
SELECT pg_catalog.setval('public.intake_decision_id_seq', 1, false);
SELECT pg_catalog.setval('public.intake_queueitem_id_seq', 1, false);
SELECT pg_catalog.setval('public.intake_routingrule_id_seq', 1, false);
SELECT pg_catalog.setval('public.intake_routingruleevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.intake_turn_id_seq', 1, false);
SELECT pg_catalog.setval('public.journal_draftedinteraction_contacts_id_seq', 1, false);
SELECT pg_catalog.setval('public.journal_draftedinteraction_id_seq', 1, false);
SELECT pg_catalog.setval('public.journal_interaction_colleagues_id_seq', 1, false);
SELECT pg_catalog.setval('public.journal_interaction_id_seq', 1, false);
SELECT pg_catalog.setval('public.journal_interaction_others_id_seq', 1, false);
SELECT pg_catalog.setval('public.journal_interactionaccount_id_seq', 1, false);
SELECT pg_catalog.setval('public.journal_interactionevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.journal_interactionfile_id_seq', 1, false);
SELECT pg_catalog.setval('public.journal_notetemplate_id_seq', 1, false);
SELECT pg_catalog.setval('public.journal_notetemplateevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.kit_apitoken_id_seq', 1, false);
SELECT pg_catalog.setval('public.kit_draft_id_seq', 1, false);
SELECT pg_catalog.setval('public.kit_enclosure_id_seq', 1, false);
SELECT pg_catalog.setval('public.kit_keymap_id_seq', 1, false);
SELECT pg_catalog.setval('public.kit_livelink_id_seq', 1, false);
SELECT pg_catalog.setval('public.kit_parked_id_seq', 1, false);
SELECT pg_catalog.setval('public.kit_presence_id_seq', 1, false);
SELECT pg_catalog.setval('public.kit_receiver_id_seq', 1, false);
SELECT pg_catalog.setval('public.kit_savedview_id_seq', 1, false);
SELECT pg_catalog.setval('public.kit_schedule_id_seq', 1, false);
SELECT pg_catalog.setval('public.kit_used_id_seq', 1, false);
SELECT pg_catalog.setval('public.kit_viewdefault_id_seq', 1, false);
SELECT pg_catalog.setval('public.kit_visit_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_cancellation_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_cancellationevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_cancellationreason_id_seq', 13, true);
SELECT pg_catalog.setval('public.orders_deskcheckanswer_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_deskcheckanswerevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_deskquestion_id_seq', 10, true);
SELECT pg_catalog.setval('public.orders_fulfilmentstep_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_movement_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_mrrentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_onetimeentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_order_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_order_number', 1001, false);
SELECT pg_catalog.setval('public.orders_orderevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_orderline_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_orderlineevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_orderstep_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_product_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_productevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_saveentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_subscription_id_seq', 1, false);
SELECT pg_catalog.setval('public.orders_subscriptionevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.pipeline_lead_id_seq', 1, false);
SELECT pg_catalog.setval('public.pipeline_lead_number', 100, false);
SELECT pg_catalog.setval('public.pipeline_leadevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.pipeline_opportunity_id_seq', 1, false);
SELECT pg_catalog.setval('public.pipeline_opportunityevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_absence_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_absenceevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_grant_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_grantevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_holiday_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_holidayevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_leaving_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_leavingevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_leavingmove_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_leavingrule_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_leavingruleevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_mention_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_noticechoice_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_noticechoiceevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_person_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_personevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_personrole_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_personroleevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_pool_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_poolevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_poolmember_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_poolmemberevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_quiettime_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_quiettimeevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_setting_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_settingevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_signin_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_signinattempt_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_skippedstep_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_skippedstepevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_team_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_teamevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_territory_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_territorychange_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_territorychangeevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_territoryevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_territoryholder_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_territoryholderevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_territoryterms_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_territorytermsevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_workhours_id_seq', 1, false);
SELECT pg_catalog.setval('public.team_workhoursevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_anchor_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_anchorevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_approval_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_approvalevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_approvalrule_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_approvalruleevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_approvalstep_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_approvalstepevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_clock_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_clockevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_deadline_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_deadlineevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_handoff_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_handoffevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_handoffletter_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_handoffreply_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_handoffstep_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_handoffstepevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_improvement_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_improvementevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_project_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_projectevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_projectstep_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_projectstepevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_projecttemplate_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_projecttemplateevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_promise_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_promiseevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_servicelevel_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_servicelevelevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_steptie_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_steptieevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_task_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_taskevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_templatestep_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_templatestepevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_templatetie_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_templatetieevent_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_timeblock_id_seq', 1, false);
SELECT pg_catalog.setval('public.work_timeblockevent_pgh_id_seq', 1, false);
ALTER TABLE ONLY public.team_absence
    ADD CONSTRAINT absence_no_overlap EXCLUDE USING gist (daterange(starts_on, ends_on, '[]'::text) WITH &&, person_id WITH =) WHERE ((withdrawn_at IS NULL));
ALTER TABLE ONLY public.directory_accountowner
    ADD CONSTRAINT accountowner_one_at_a_time EXCLUDE USING gist (account_id WITH =, role WITH =, daterange(starts_on, ends_on, '[)'::text) WITH &&);
ALTER TABLE ONLY public.work_approvalstep
    ADD CONSTRAINT approvalstep_once UNIQUE (approval_id, number);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_timeblock
    ADD CONSTRAINT block_no_overlap EXCLUDE USING gist (tstzrange(starts_at, ends_at, '[)'::text) WITH &&, person_id WITH =) WHERE ((ended_at IS NULL));
ALTER TABLE ONLY public.board_closetick
    ADD CONSTRAINT board_closetick_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.board_contactcount
    ADD CONSTRAINT board_contactcount_day_key UNIQUE (day);
ALTER TABLE ONLY public.board_contactcount
    ADD CONSTRAINT board_contactcount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.board_contactreview
    ADD CONSTRAINT board_contactreview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.board_contactreviewevent
    ADD CONSTRAINT board_contactreviewevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.board_contacttally
    ADD CONSTRAINT board_contacttally_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.board_dayclose
    ADD CONSTRAINT board_dayclose_day_key UNIQUE (day);
ALTER TABLE ONLY public.board_dayclose
    ADD CONSTRAINT board_dayclose_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.board_goal
    ADD CONSTRAINT board_goal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.board_goalevent
    ADD CONSTRAINT board_goalevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.board_repday
    ADD CONSTRAINT board_repday_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.board_reviewline
    ADD CONSTRAINT board_reviewline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.board_reviewnote
    ADD CONSTRAINT board_reviewnote_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.calendar_calendar
    ADD CONSTRAINT calendar_calendar_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.calendar_calendarevent
    ADD CONSTRAINT calendar_calendarevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.calendar_category
    ADD CONSTRAINT calendar_category_name_key UNIQUE (name);
ALTER TABLE ONLY public.calendar_category
    ADD CONSTRAINT calendar_category_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.calendar_categoryevent
    ADD CONSTRAINT calendar_categoryevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.calendar_event
    ADD CONSTRAINT calendar_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.calendar_eventevent
    ADD CONSTRAINT calendar_eventevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.calendar_eventfile
    ADD CONSTRAINT calendar_eventfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT calendar_feed_link_id_key UNIQUE (link_id);
ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT calendar_feed_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.calendar_guest
    ADD CONSTRAINT calendar_guest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.calendar_guestevent
    ADD CONSTRAINT calendar_guestevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.calendar_hiddenlayers
    ADD CONSTRAINT calendar_hiddenlayers_pkey PRIMARY KEY (person_id);
ALTER TABLE ONLY public.calendar_invitation
    ADD CONSTRAINT calendar_invitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.calendar_occurrence
    ADD CONSTRAINT calendar_occurrence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.calendar_reminder
    ADD CONSTRAINT calendar_reminder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_callingwindow
    ADD CONSTRAINT callingwindow_once UNIQUE (country, region, starts_on);
ALTER TABLE ONLY public.channels_attachment
    ADD CONSTRAINT channels_attachment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.channels_mailanswer
    ADD CONSTRAINT channels_mailanswer_message_id_key UNIQUE (message_id);
ALTER TABLE ONLY public.channels_mailanswer
    ADD CONSTRAINT channels_mailanswer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.channels_mailbox
    ADD CONSTRAINT channels_mailbox_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.channels_message
    ADD CONSTRAINT channels_message_key_key UNIQUE (key);
ALTER TABLE ONLY public.channels_message
    ADD CONSTRAINT channels_message_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.channels_nevertaken
    ADD CONSTRAINT channels_nevertaken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.channels_ownfolder
    ADD CONSTRAINT channels_ownfolder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.channels_ownmail
    ADD CONSTRAINT channels_ownmail_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.channels_ownmailbox
    ADD CONSTRAINT channels_ownmailbox_person_id_key UNIQUE (person_id);
ALTER TABLE ONLY public.channels_ownmailbox
    ADD CONSTRAINT channels_ownmailbox_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.channels_ownrule
    ADD CONSTRAINT channels_ownrule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.channels_owntally
    ADD CONSTRAINT channels_owntally_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.channels_retry
    ADD CONSTRAINT channels_retry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.channels_thread
    ADD CONSTRAINT channels_thread_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.board_closetick
    ADD CONSTRAINT closetick_once UNIQUE (day, tick);
ALTER TABLE ONLY public.directory_contactphone
    ADD CONSTRAINT contactphone_once UNIQUE (contact_id, e164);
ALTER TABLE ONLY public.board_contactreview
    ADD CONSTRAINT contactreview_once_a_week UNIQUE (person_id, starts_on);
ALTER TABLE ONLY public.core_change
    ADD CONSTRAINT core_change_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_change
    ADD CONSTRAINT core_change_seq_key UNIQUE (seq);
ALTER TABLE ONLY public.core_heartbeat
    ADD CONSTRAINT core_heartbeat_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.core_link
    ADD CONSTRAINT core_link_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_link
    ADD CONSTRAINT core_link_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.core_log
    ADD CONSTRAINT core_log_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_notice
    ADD CONSTRAINT core_notice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_oncekey
    ADD CONSTRAINT core_oncekey_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_run
    ADD CONSTRAINT core_run_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_runtarget
    ADD CONSTRAINT core_runtarget_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_searchentry
    ADD CONSTRAINT core_searchentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_searchmark
    ADD CONSTRAINT core_searchmark_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.core_searchword
    ADD CONSTRAINT core_searchword_pkey PRIMARY KEY (word);
ALTER TABLE ONLY public.core_timelineentry
    ADD CONSTRAINT core_timelineentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_customfield
    ADD CONSTRAINT customfield_once UNIQUE (noun, name);
ALTER TABLE ONLY public.orders_deskcheckanswer
    ADD CONSTRAINT deskcheckanswer_once UNIQUE (order_id, question_id);
ALTER TABLE ONLY public.orders_deskquestion
    ADD CONSTRAINT deskquestion_once UNIQUE (kind, code);
ALTER TABLE ONLY public.directory_account
    ADD CONSTRAINT directory_account_number_key UNIQUE (number);
ALTER TABLE ONLY public.directory_account
    ADD CONSTRAINT directory_account_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_accountdomain
    ADD CONSTRAINT directory_accountdomain_domain_key UNIQUE (domain);
ALTER TABLE ONLY public.directory_accountdomain
    ADD CONSTRAINT directory_accountdomain_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_accountevent
    ADD CONSTRAINT directory_accountevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.directory_accountfacts
    ADD CONSTRAINT directory_accountfacts_pkey PRIMARY KEY (account_id);
ALTER TABLE ONLY public.directory_accountfile
    ADD CONSTRAINT directory_accountfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_accountfileevent
    ADD CONSTRAINT directory_accountfileevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.directory_accountowner
    ADD CONSTRAINT directory_accountowner_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_attempt
    ADD CONSTRAINT directory_attempt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_callingwindow
    ADD CONSTRAINT directory_callingwindow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_callingwindowevent
    ADD CONSTRAINT directory_callingwindowevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.directory_consent
    ADD CONSTRAINT directory_consent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_contact
    ADD CONSTRAINT directory_contact_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_contactemail
    ADD CONSTRAINT directory_contactemail_address_key UNIQUE (address);
ALTER TABLE ONLY public.directory_contactemail
    ADD CONSTRAINT directory_contactemail_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_contactemailevent
    ADD CONSTRAINT directory_contactemailevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.directory_contactevent
    ADD CONSTRAINT directory_contactevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.directory_contactphone
    ADD CONSTRAINT directory_contactphone_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_contactphoneevent
    ADD CONSTRAINT directory_contactphoneevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.directory_customfield
    ADD CONSTRAINT directory_customfield_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_customfieldevent
    ADD CONSTRAINT directory_customfieldevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.directory_donotcalllist
    ADD CONSTRAINT directory_donotcalllist_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_duplicatepair
    ADD CONSTRAINT directory_duplicatepair_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_duplicatesearch
    ADD CONSTRAINT directory_duplicatesearch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_externalid
    ADD CONSTRAINT directory_externalid_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_import
    ADD CONSTRAINT directory_import_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_importmap
    ADD CONSTRAINT directory_importmap_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_importrow
    ADD CONSTRAINT directory_importrow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_listednumber
    ADD CONSTRAINT directory_listednumber_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_location
    ADD CONSTRAINT directory_location_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_locationevent
    ADD CONSTRAINT directory_locationevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.directory_matchmark
    ADD CONSTRAINT directory_matchmark_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.directory_merge
    ADD CONSTRAINT directory_merge_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_mergedrow
    ADD CONSTRAINT directory_mergedrow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_networkmembership
    ADD CONSTRAINT directory_networkmembership_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_networkmembershipevent
    ADD CONSTRAINT directory_networkmembershipevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.directory_override
    ADD CONSTRAINT directory_override_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_relation
    ADD CONSTRAINT directory_relation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_relationcategory
    ADD CONSTRAINT directory_relationcategory_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_relationevent
    ADD CONSTRAINT directory_relationevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.directory_suppression
    ADD CONSTRAINT directory_suppression_address_hash_key UNIQUE (address_hash);
ALTER TABLE ONLY public.directory_suppression
    ADD CONSTRAINT directory_suppression_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_term
    ADD CONSTRAINT directory_term_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_termevent
    ADD CONSTRAINT directory_termevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.directory_territoryaccount
    ADD CONSTRAINT directory_territoryaccount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_territoryaccountevent
    ADD CONSTRAINT directory_territoryaccountevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.directory_territorymove
    ADD CONSTRAINT directory_territorymove_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kit_draft
    ADD CONSTRAINT draft_once UNIQUE (person_id, key);
ALTER TABLE ONLY public.journal_draftedinteraction
    ADD CONSTRAINT draftedinteraction_once UNIQUE (message_id, person_id);
ALTER TABLE ONLY public.directory_duplicatepair
    ADD CONSTRAINT duplicatepair_accounts_once UNIQUE (account_a_id, account_b_id);
ALTER TABLE ONLY public.directory_duplicatepair
    ADD CONSTRAINT duplicatepair_contacts_once UNIQUE (contact_a_id, contact_b_id);
ALTER TABLE ONLY public.directory_externalid
    ADD CONSTRAINT externalid_once UNIQUE (system, kind, value);
ALTER TABLE ONLY public.orders_fulfilmentstep
    ADD CONSTRAINT fulfilmentstep_position UNIQUE (product_id, "position");
ALTER TABLE ONLY public.board_goal
    ADD CONSTRAINT goal_once_a_month UNIQUE NULLS NOT DISTINCT (metric, starts_on, person_id, team_id);
ALTER TABLE ONLY public.team_grant
    ADD CONSTRAINT grant_once UNIQUE (operation, role);
ALTER TABLE ONLY public.team_territoryholder
    ADD CONSTRAINT holder_once_a_change UNIQUE (territory_id, role, change_id);
ALTER TABLE ONLY public.team_territoryholder
    ADD CONSTRAINT holder_one_at_a_time EXCLUDE USING gist (territory_id WITH =, role WITH =, daterange(starts_on, ends_on, '[)'::text) WITH &&) WHERE ((starts_on IS NOT NULL));
ALTER TABLE ONLY public.team_holiday
    ADD CONSTRAINT holiday_once UNIQUE ("on", region);
ALTER TABLE ONLY public.team_workhours
    ADD CONSTRAINT hours_once UNIQUE (person_id, weekday, starts);
ALTER TABLE ONLY public.directory_importrow
    ADD CONSTRAINT importrow_position UNIQUE (batch_id, "position");
ALTER TABLE ONLY public.intake_assignment
    ADD CONSTRAINT intake_assignment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.intake_assignment
    ADD CONSTRAINT intake_assignment_task_id_key UNIQUE (task_id);
ALTER TABLE ONLY public.intake_decision
    ADD CONSTRAINT intake_decision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.intake_queueitem
    ADD CONSTRAINT intake_queueitem_message_id_key UNIQUE (message_id);
ALTER TABLE ONLY public.intake_queueitem
    ADD CONSTRAINT intake_queueitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.intake_routingrule
    ADD CONSTRAINT intake_routingrule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.intake_routingruleevent
    ADD CONSTRAINT intake_routingruleevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.intake_turn
    ADD CONSTRAINT intake_turn_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.journal_interactionaccount
    ADD CONSTRAINT interaction_account_once UNIQUE (interaction_id, account_id);
ALTER TABLE ONLY public.calendar_invitation
    ADD CONSTRAINT invitation_once UNIQUE (message_id, uid);
ALTER TABLE ONLY public.journal_draftedinteraction_contacts
    ADD CONSTRAINT journal_draftedinteracti_draftedinteraction_id_co_72000ef7_uniq UNIQUE (draftedinteraction_id, contact_id);
ALTER TABLE ONLY public.journal_draftedinteraction_contacts
    ADD CONSTRAINT journal_draftedinteraction_contacts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.journal_draftedinteraction
    ADD CONSTRAINT journal_draftedinteraction_interaction_id_key UNIQUE (interaction_id);
ALTER TABLE ONLY public.journal_draftedinteraction
    ADD CONSTRAINT journal_draftedinteraction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.journal_interaction_colleagues
    ADD CONSTRAINT journal_interaction_coll_interaction_id_person_id_e49a1c3f_uniq UNIQUE (interaction_id, person_id);
ALTER TABLE ONLY public.journal_interaction_colleagues
    ADD CONSTRAINT journal_interaction_colleagues_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.journal_interaction_others
    ADD CONSTRAINT journal_interaction_othe_interaction_id_contact_i_95cb5533_uniq UNIQUE (interaction_id, contact_id);
ALTER TABLE ONLY public.journal_interaction_others
    ADD CONSTRAINT journal_interaction_others_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.journal_interaction
    ADD CONSTRAINT journal_interaction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.journal_interactionaccount
    ADD CONSTRAINT journal_interactionaccount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.journal_interactionevent
    ADD CONSTRAINT journal_interactionevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.journal_interactionfile
    ADD CONSTRAINT journal_interactionfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.journal_notescore
    ADD CONSTRAINT journal_notescore_pkey PRIMARY KEY (interaction_id);
ALTER TABLE ONLY public.journal_notetemplate
    ADD CONSTRAINT journal_notetemplate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.journal_notetemplateevent
    ADD CONSTRAINT journal_notetemplateevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.kit_apitoken
    ADD CONSTRAINT kit_apitoken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kit_apitoken
    ADD CONSTRAINT kit_apitoken_secret_hash_key UNIQUE (secret_hash);
ALTER TABLE ONLY public.kit_draft
    ADD CONSTRAINT kit_draft_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kit_enclosure
    ADD CONSTRAINT kit_enclosure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kit_keymap
    ADD CONSTRAINT kit_keymap_person_id_key UNIQUE (person_id);
ALTER TABLE ONLY public.kit_keymap
    ADD CONSTRAINT kit_keymap_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kit_livelink
    ADD CONSTRAINT kit_livelink_link_id_key UNIQUE (link_id);
ALTER TABLE ONLY public.kit_livelink
    ADD CONSTRAINT kit_livelink_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kit_parked
    ADD CONSTRAINT kit_parked_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kit_presence
    ADD CONSTRAINT kit_presence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kit_receiver
    ADD CONSTRAINT kit_receiver_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kit_savedview
    ADD CONSTRAINT kit_savedview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kit_schedule
    ADD CONSTRAINT kit_schedule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kit_used
    ADD CONSTRAINT kit_used_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kit_viewdefault
    ADD CONSTRAINT kit_viewdefault_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kit_visit
    ADD CONSTRAINT kit_visit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_leavingmove
    ADD CONSTRAINT leavingmove_once UNIQUE (leaving_id, kind, record);
ALTER TABLE ONLY public.team_leavingrule
    ADD CONSTRAINT leavingrule_once UNIQUE NULLS NOT DISTINCT (leaving_id, kind, record);
ALTER TABLE ONLY public.directory_listednumber
    ADD CONSTRAINT listednumber_once UNIQUE (number_hash, of_id);
ALTER TABLE ONLY public.team_mention
    ADD CONSTRAINT mention_once UNIQUE (ref_kind, ref_id, person_id);
ALTER TABLE ONLY public.directory_networkmembership
    ADD CONSTRAINT networkmembership_one_at_a_time EXCLUDE USING gist (account_id WITH =, network_id WITH =, daterange(starts_on, ends_on, '[)'::text) WITH &&);
ALTER TABLE ONLY public.team_noticechoice
    ADD CONSTRAINT notice_choice_once UNIQUE NULLS NOT DISTINCT (person_id, team_id, event);
ALTER TABLE ONLY public.calendar_occurrence
    ADD CONSTRAINT occurrence_once UNIQUE (event_id, key);
ALTER TABLE ONLY public.core_oncekey
    ADD CONSTRAINT once_key UNIQUE (identity, key);
ALTER TABLE ONLY public.orders_cancellation
    ADD CONSTRAINT orders_cancellation_order_id_key UNIQUE (order_id);
ALTER TABLE ONLY public.orders_cancellation
    ADD CONSTRAINT orders_cancellation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_cancellationevent
    ADD CONSTRAINT orders_cancellationevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.orders_cancellationreason
    ADD CONSTRAINT orders_cancellationreason_code_key UNIQUE (code);
ALTER TABLE ONLY public.orders_cancellationreason
    ADD CONSTRAINT orders_cancellationreason_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_deskcheckanswer
    ADD CONSTRAINT orders_deskcheckanswer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_deskcheckanswerevent
    ADD CONSTRAINT orders_deskcheckanswerevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.orders_deskquestion
    ADD CONSTRAINT orders_deskquestion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_fulfilmentstep
    ADD CONSTRAINT orders_fulfilmentstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_movement
    ADD CONSTRAINT orders_movement_entry_id_key UNIQUE (entry_id);
ALTER TABLE ONLY public.orders_movement
    ADD CONSTRAINT orders_movement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_mrrentry
    ADD CONSTRAINT orders_mrrentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_onetimeentry
    ADD CONSTRAINT orders_onetimeentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_number_key UNIQUE (number);
ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_orderevent
    ADD CONSTRAINT orders_orderevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT orders_orderline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_orderlineevent
    ADD CONSTRAINT orders_orderlineevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.orders_orderstep
    ADD CONSTRAINT orders_orderstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_orderstep
    ADD CONSTRAINT orders_orderstep_task_id_key UNIQUE (task_id);
ALTER TABLE ONLY public.orders_periodlock
    ADD CONSTRAINT orders_periodlock_pkey PRIMARY KEY (day);
ALTER TABLE ONLY public.orders_product
    ADD CONSTRAINT orders_product_code_key UNIQUE (code);
ALTER TABLE ONLY public.orders_product
    ADD CONSTRAINT orders_product_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_productevent
    ADD CONSTRAINT orders_productevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.orders_saveentry
    ADD CONSTRAINT orders_saveentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_subscription
    ADD CONSTRAINT orders_subscription_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_subscriptionevent
    ADD CONSTRAINT orders_subscriptionevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.channels_ownfolder
    ADD CONSTRAINT ownfolder_role UNIQUE (mailbox_id, role);
ALTER TABLE ONLY public.channels_ownmail
    ADD CONSTRAINT ownmail_once UNIQUE (mailbox_id, key);
ALTER TABLE ONLY public.channels_owntally
    ADD CONSTRAINT owntally_once UNIQUE (mailbox_id, "on", folder, because);
ALTER TABLE ONLY public.team_personrole
    ADD CONSTRAINT person_role_once UNIQUE (person_id, role);
ALTER TABLE ONLY public.pghistory_context
    ADD CONSTRAINT pghistory_context_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pipeline_lead
    ADD CONSTRAINT pipeline_lead_number_key UNIQUE (number);
ALTER TABLE ONLY public.pipeline_lead
    ADD CONSTRAINT pipeline_lead_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pipeline_leadevent
    ADD CONSTRAINT pipeline_leadevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.pipeline_opportunity
    ADD CONSTRAINT pipeline_opportunity_lead_id_key UNIQUE (lead_id);
ALTER TABLE ONLY public.pipeline_opportunity
    ADD CONSTRAINT pipeline_opportunity_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pipeline_opportunityevent
    ADD CONSTRAINT pipeline_opportunityevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.team_poolmember
    ADD CONSTRAINT pool_member_once UNIQUE (pool_id, person_id);
ALTER TABLE ONLY public.kit_presence
    ADD CONSTRAINT presence_once UNIQUE (kind, object_id, person_id);
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);
ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kit_receiver
    ADD CONSTRAINT receiver_once UNIQUE (schedule_id, person_id);
ALTER TABLE ONLY public.calendar_reminder
    ADD CONSTRAINT reminder_once UNIQUE (event_id, person_id, key, minutes);
ALTER TABLE ONLY public.board_repday
    ADD CONSTRAINT repday_once UNIQUE (day, person_id);
ALTER TABLE ONLY public.board_reviewline
    ADD CONSTRAINT reviewline_once UNIQUE (review_id, account_id);
ALTER TABLE ONLY public.core_runtarget
    ADD CONSTRAINT runtarget_position UNIQUE (run_id, "position");
ALTER TABLE ONLY public.core_searchentry
    ADD CONSTRAINT search_once UNIQUE (ref_kind, ref_id);
ALTER TABLE ONLY public.team_setting
    ADD CONSTRAINT setting_once_a_day UNIQUE (key, valid_from_on);
ALTER TABLE ONLY public.work_steptie
    ADD CONSTRAINT step_tie_once UNIQUE (step_id, waits_for_id);
ALTER TABLE ONLY public.team_absence
    ADD CONSTRAINT team_absence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_absenceevent
    ADD CONSTRAINT team_absenceevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.team_grant
    ADD CONSTRAINT team_grant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_grantevent
    ADD CONSTRAINT team_grantevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.team_holiday
    ADD CONSTRAINT team_holiday_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_holidayevent
    ADD CONSTRAINT team_holidayevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.team_leaving
    ADD CONSTRAINT team_leaving_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_leavingevent
    ADD CONSTRAINT team_leavingevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.team_leavingmove
    ADD CONSTRAINT team_leavingmove_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_leavingrule
    ADD CONSTRAINT team_leavingrule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_leavingruleevent
    ADD CONSTRAINT team_leavingruleevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.team_mention
    ADD CONSTRAINT team_mention_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_noticechoice
    ADD CONSTRAINT team_noticechoice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_noticechoiceevent
    ADD CONSTRAINT team_noticechoiceevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.team_person
    ADD CONSTRAINT team_person_email_key UNIQUE (email);
ALTER TABLE ONLY public.team_person
    ADD CONSTRAINT team_person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_personevent
    ADD CONSTRAINT team_personevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.team_personrole
    ADD CONSTRAINT team_personrole_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_personroleevent
    ADD CONSTRAINT team_personroleevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.team_pool
    ADD CONSTRAINT team_pool_name_key UNIQUE (name);
ALTER TABLE ONLY public.team_pool
    ADD CONSTRAINT team_pool_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_poolevent
    ADD CONSTRAINT team_poolevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.team_poolmember
    ADD CONSTRAINT team_poolmember_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_poolmemberevent
    ADD CONSTRAINT team_poolmemberevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.team_quiettime
    ADD CONSTRAINT team_quiettime_person_id_key UNIQUE (person_id);
ALTER TABLE ONLY public.team_quiettime
    ADD CONSTRAINT team_quiettime_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_quiettimeevent
    ADD CONSTRAINT team_quiettimeevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.team_session
    ADD CONSTRAINT team_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.team_setting
    ADD CONSTRAINT team_setting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_settingevent
    ADD CONSTRAINT team_settingevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.team_signin
    ADD CONSTRAINT team_signin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_signin
    ADD CONSTRAINT team_signin_session_key_key UNIQUE (session_key);
ALTER TABLE ONLY public.team_signinattempt
    ADD CONSTRAINT team_signinattempt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_skippedstep
    ADD CONSTRAINT team_skippedstep_name_key UNIQUE (name);
ALTER TABLE ONLY public.team_skippedstep
    ADD CONSTRAINT team_skippedstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_skippedstepevent
    ADD CONSTRAINT team_skippedstepevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.team_team
    ADD CONSTRAINT team_team_name_key UNIQUE (name);
ALTER TABLE ONLY public.team_team
    ADD CONSTRAINT team_team_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_teamevent
    ADD CONSTRAINT team_teamevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.team_territory
    ADD CONSTRAINT team_territory_name_key UNIQUE (name);
ALTER TABLE ONLY public.team_territory
    ADD CONSTRAINT team_territory_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_territorychange
    ADD CONSTRAINT team_territorychange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_territorychangeevent
    ADD CONSTRAINT team_territorychangeevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.team_territoryevent
    ADD CONSTRAINT team_territoryevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.team_territoryholder
    ADD CONSTRAINT team_territoryholder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_territoryholderevent
    ADD CONSTRAINT team_territoryholderevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.team_territoryterms
    ADD CONSTRAINT team_territoryterms_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_territorytermsevent
    ADD CONSTRAINT team_territorytermsevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.team_workhours
    ADD CONSTRAINT team_workhours_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.team_workhoursevent
    ADD CONSTRAINT team_workhoursevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.work_templatetie
    ADD CONSTRAINT template_tie_once UNIQUE (step_id, waits_for_id);
ALTER TABLE ONLY public.directory_term
    ADD CONSTRAINT term_once UNIQUE (sort_key);
ALTER TABLE ONLY public.team_territoryterms
    ADD CONSTRAINT terms_once_a_change UNIQUE (territory_id, change_id);
ALTER TABLE ONLY public.team_territoryterms
    ADD CONSTRAINT terms_one_at_a_time EXCLUDE USING gist (territory_id WITH =, daterange(starts_on, ends_on, '[)'::text) WITH &&) WHERE ((starts_on IS NOT NULL));
ALTER TABLE ONLY public.directory_territoryaccount
    ADD CONSTRAINT territoryaccount_once_a_change UNIQUE (account_id, change_id);
ALTER TABLE ONLY public.directory_territoryaccount
    ADD CONSTRAINT territoryaccount_one_at_a_time EXCLUDE USING gist (account_id WITH =, daterange(starts_on, ends_on, '[)'::text) WITH &&) WHERE ((starts_on IS NOT NULL));
ALTER TABLE ONLY public.directory_territorymove
    ADD CONSTRAINT territorymove_once UNIQUE (change_id, account_id, role);
ALTER TABLE ONLY public.intake_turn
    ADD CONSTRAINT turn_rule_person UNIQUE (rule_id, person_id);
ALTER TABLE ONLY public.kit_used
    ADD CONSTRAINT used_once UNIQUE (person_id, what);
ALTER TABLE ONLY public.kit_viewdefault
    ADD CONSTRAINT viewdefault_once UNIQUE (page, who);
ALTER TABLE ONLY public.kit_visit
    ADD CONSTRAINT visit_once UNIQUE (kind, object_id, person_id);
ALTER TABLE ONLY public.work_anchor
    ADD CONSTRAINT work_anchor_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_anchorevent
    ADD CONSTRAINT work_anchorevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.work_approval
    ADD CONSTRAINT work_approval_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_approval
    ADD CONSTRAINT work_approval_task_id_key UNIQUE (task_id);
ALTER TABLE ONLY public.work_approvalevent
    ADD CONSTRAINT work_approvalevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.work_approvalrule
    ADD CONSTRAINT work_approvalrule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_approvalruleevent
    ADD CONSTRAINT work_approvalruleevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.work_approvalstep
    ADD CONSTRAINT work_approvalstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_approvalstepevent
    ADD CONSTRAINT work_approvalstepevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.work_clock
    ADD CONSTRAINT work_clock_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_clockevent
    ADD CONSTRAINT work_clockevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.work_deadline
    ADD CONSTRAINT work_deadline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_deadline
    ADD CONSTRAINT work_deadline_task_id_key UNIQUE (task_id);
ALTER TABLE ONLY public.work_deadlineevent
    ADD CONSTRAINT work_deadlineevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.work_handoff
    ADD CONSTRAINT work_handoff_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_handoff
    ADD CONSTRAINT work_handoff_resolution_id_key UNIQUE (resolution_id);
ALTER TABLE ONLY public.work_handoff
    ADD CONSTRAINT work_handoff_response_id_key UNIQUE (response_id);
ALTER TABLE ONLY public.work_handoff
    ADD CONSTRAINT work_handoff_task_id_key UNIQUE (task_id);
ALTER TABLE ONLY public.work_handoffevent
    ADD CONSTRAINT work_handoffevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.work_handoffletter
    ADD CONSTRAINT work_handoffletter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_handoffreply
    ADD CONSTRAINT work_handoffreply_message_id_key UNIQUE (message_id);
ALTER TABLE ONLY public.work_handoffreply
    ADD CONSTRAINT work_handoffreply_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_handoffstep
    ADD CONSTRAINT work_handoffstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_handoffstepevent
    ADD CONSTRAINT work_handoffstepevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.work_improvement
    ADD CONSTRAINT work_improvement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_improvementevent
    ADD CONSTRAINT work_improvementevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.work_project
    ADD CONSTRAINT work_project_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_projectevent
    ADD CONSTRAINT work_projectevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.work_projectstep
    ADD CONSTRAINT work_projectstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_projectstep
    ADD CONSTRAINT work_projectstep_task_id_key UNIQUE (task_id);
ALTER TABLE ONLY public.work_projectstepevent
    ADD CONSTRAINT work_projectstepevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.work_projecttemplate
    ADD CONSTRAINT work_projecttemplate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_projecttemplateevent
    ADD CONSTRAINT work_projecttemplateevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.work_promise
    ADD CONSTRAINT work_promise_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_promise
    ADD CONSTRAINT work_promise_task_id_key UNIQUE (task_id);
ALTER TABLE ONLY public.work_promiseevent
    ADD CONSTRAINT work_promiseevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.work_servicelevel
    ADD CONSTRAINT work_servicelevel_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_servicelevelevent
    ADD CONSTRAINT work_servicelevelevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.work_steptie
    ADD CONSTRAINT work_steptie_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_steptieevent
    ADD CONSTRAINT work_steptieevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.work_task
    ADD CONSTRAINT work_task_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_taskevent
    ADD CONSTRAINT work_taskevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.work_templatestep
    ADD CONSTRAINT work_templatestep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_templatestepevent
    ADD CONSTRAINT work_templatestepevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.work_templatetie
    ADD CONSTRAINT work_templatetie_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_templatetieevent
    ADD CONSTRAINT work_templatetieevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.work_timeblock
    ADD CONSTRAINT work_timeblock_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.work_timeblockevent
    ADD CONSTRAINT work_timeblockevent_pkey PRIMARY KEY (pgh_id);
CREATE INDEX absence_cover_days ON public.team_absence USING btree (cover_id, ends_on);
CREATE INDEX account_city_trgm ON public.directory_account USING gin (upper((city)::text) public.gin_trgm_ops);
CREATE INDEX account_name_trgm ON public.directory_account USING gin (upper((name)::text) public.gin_trgm_ops);
CREATE INDEX account_owner_sort ON public.directory_account USING btree (owner_id, sort_key, id);
CREATE INDEX account_phone ON public.directory_account USING btree (phone) WHERE (NOT ((phone)::text = ''::text));
CREATE INDEX account_region_sort ON public.directory_account USING btree (region, sort_key, id);
CREATE INDEX account_sort ON public.directory_account USING btree (sort_key, id);
CREATE INDEX account_tags ON public.directory_account USING gin (tags);
CREATE INDEX accountfile_account ON public.directory_accountfile USING btree (account_id, id DESC);
CREATE INDEX accountowner_ends ON public.directory_accountowner USING btree (ends_on) WHERE (ends_on IS NOT NULL);
CREATE INDEX accountowner_person ON public.directory_accountowner USING btree (person_id, role);
CREATE INDEX accountowner_starts ON public.directory_accountowner USING btree (starts_on);
CREATE INDEX anchor_account ON public.work_anchor USING btree (account_id, day_on) WHERE (account_id IS NOT NULL);
CREATE INDEX anchor_day ON public.work_anchor USING btree (day_on, id) WHERE (removed_at IS NULL);
CREATE INDEX answer_waiting ON public.channels_mailanswer USING btree (id) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX approval_account ON public.work_approval USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE UNIQUE INDEX approvalrule_once ON public.work_approvalrule USING btree (kind, step, over) WHERE (ends_on IS NULL);
CREATE UNIQUE INDEX assignment_one_open ON public.intake_assignment USING btree (item_id) WHERE (ended_at IS NULL);
CREATE INDEX assignment_open ON public.intake_assignment USING btree (person_id) WHERE (ended_at IS NULL);
CREATE INDEX assignment_person ON public.intake_assignment USING btree (person_id, assigned_at DESC);
CREATE INDEX attempt_account_at ON public.directory_attempt USING btree (account_id, at DESC, id DESC);
CREATE INDEX attempt_address ON public.team_signinattempt USING btree (address_hash, at);
CREATE INDEX attempt_network ON public.team_signinattempt USING btree (network, at);
CREATE INDEX attempt_person_at ON public.directory_attempt USING btree (person_id, at DESC);
CREATE INDEX attempt_to_at ON public.directory_attempt USING btree (to_hash, at DESC);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE INDEX block_person ON public.work_timeblock USING btree (person_id, ends_at);
CREATE INDEX board_closetick_ticked_by_id_ee0aae2c ON public.board_closetick USING btree (ticked_by_id);
CREATE INDEX board_contactreview_closed_by_id_78b46cc3 ON public.board_contactreview USING btree (closed_by_id);
CREATE INDEX board_contactreview_person_id_ed573c4d ON public.board_contactreview USING btree (person_id);
CREATE INDEX board_contactreview_read_by_id_0cfa70b3 ON public.board_contactreview USING btree (read_by_id);
CREATE INDEX board_contactreviewevent_closed_by_id_cfca0a13 ON public.board_contactreviewevent USING btree (closed_by_id);
CREATE INDEX board_contactreviewevent_person_id_341d2705 ON public.board_contactreviewevent USING btree (person_id);
CREATE INDEX board_contactreviewevent_pgh_obj_id_cb161384 ON public.board_contactreviewevent USING btree (pgh_obj_id);
CREATE INDEX board_contactreviewevent_read_by_id_1515b133 ON public.board_contactreviewevent USING btree (read_by_id);
CREATE INDEX board_dayclose_closed_by_id_f87ac327 ON public.board_dayclose USING btree (closed_by_id);
CREATE INDEX board_goal_person_id_e60efcb8 ON public.board_goal USING btree (person_id);
CREATE INDEX board_goal_team_id_b2454ee6 ON public.board_goal USING btree (team_id);
CREATE INDEX board_goalevent_person_id_d41cbeb7 ON public.board_goalevent USING btree (person_id);
CREATE INDEX board_goalevent_pgh_obj_id_9753bbf4 ON public.board_goalevent USING btree (pgh_obj_id);
CREATE INDEX board_goalevent_team_id_78eb087e ON public.board_goalevent USING btree (team_id);
CREATE INDEX board_repday_person_id_22d7b4b1 ON public.board_repday USING btree (person_id);
CREATE INDEX board_reviewline_account_id_ff024455 ON public.board_reviewline USING btree (account_id);
CREATE INDEX board_reviewline_review_id_82100a87 ON public.board_reviewline USING btree (review_id);
CREATE INDEX board_reviewnote_account_id_47f1723f ON public.board_reviewnote USING btree (account_id);
CREATE INDEX board_reviewnote_person_id_4dfd6f3f ON public.board_reviewnote USING btree (person_id);
CREATE INDEX board_reviewnote_review_id_bff099cd ON public.board_reviewnote USING btree (review_id);
CREATE INDEX calendar_calendar_owner_id_f78bc8fd ON public.calendar_calendar USING btree (owner_id);
CREATE INDEX calendar_calendarevent_owner_id_a6f8f071 ON public.calendar_calendarevent USING btree (owner_id);
CREATE INDEX calendar_calendarevent_pgh_obj_id_e4ce481f ON public.calendar_calendarevent USING btree (pgh_obj_id);
CREATE INDEX calendar_category_name_6966ea93_like ON public.calendar_category USING btree (name varchar_pattern_ops);
CREATE INDEX calendar_categoryevent_pgh_obj_id_7655ebf2 ON public.calendar_categoryevent USING btree (pgh_obj_id);
CREATE INDEX calendar_event_account_id_ab3ba1fe ON public.calendar_event USING btree (account_id);
CREATE INDEX calendar_event_calendar_id_478e7ee6 ON public.calendar_event USING btree (calendar_id);
CREATE INDEX calendar_event_organizer_id_bcb880a8 ON public.calendar_event USING btree (organizer_id);
CREATE INDEX calendar_event_series_id_a33733da ON public.calendar_event USING btree (series_id);
CREATE INDEX calendar_eventevent_account_id_1d5cc398 ON public.calendar_eventevent USING btree (account_id);
CREATE INDEX calendar_eventevent_calendar_id_be3cd275 ON public.calendar_eventevent USING btree (calendar_id);
CREATE INDEX calendar_eventevent_organizer_id_dceb1591 ON public.calendar_eventevent USING btree (organizer_id);
CREATE INDEX calendar_eventevent_pgh_obj_id_c7e48248 ON public.calendar_eventevent USING btree (pgh_obj_id);
CREATE INDEX calendar_eventevent_series_id_4aaadd96 ON public.calendar_eventevent USING btree (series_id);
CREATE INDEX calendar_eventfile_calendar_id_cba0f519 ON public.calendar_eventfile USING btree (calendar_id);
CREATE INDEX calendar_eventfile_person_id_d6a3919a ON public.calendar_eventfile USING btree (person_id);
CREATE INDEX calendar_feed_calendar_id_1a89c2a9 ON public.calendar_feed USING btree (calendar_id);
CREATE INDEX calendar_feed_owner_id_21ae3492 ON public.calendar_feed USING btree (owner_id);
CREATE INDEX calendar_guest_contact_id_f0fd498d ON public.calendar_guest USING btree (contact_id);
CREATE INDEX calendar_guest_event_id_1e1803a2 ON public.calendar_guest USING btree (event_id);
CREATE INDEX calendar_guest_person_id_55ad228e ON public.calendar_guest USING btree (person_id);
CREATE INDEX calendar_guestevent_contact_id_36864434 ON public.calendar_guestevent USING btree (contact_id);
CREATE INDEX calendar_guestevent_event_id_3d0f7e91 ON public.calendar_guestevent USING btree (event_id);
CREATE INDEX calendar_guestevent_person_id_543bd99b ON public.calendar_guestevent USING btree (person_id);
CREATE INDEX calendar_guestevent_pgh_obj_id_f0171688 ON public.calendar_guestevent USING btree (pgh_obj_id);
CREATE INDEX calendar_invitation_account_id_4dd59616 ON public.calendar_invitation USING btree (account_id);
CREATE INDEX calendar_invitation_event_id_29bf5aeb ON public.calendar_invitation USING btree (event_id);
CREATE INDEX calendar_invitation_message_id_eff2fc8d ON public.calendar_invitation USING btree (message_id);
CREATE INDEX calendar_invitation_person_id_4f3de30c ON public.calendar_invitation USING btree (person_id);
CREATE UNIQUE INDEX calendar_name_once ON public.calendar_calendar USING btree (name) WHERE ((archived_at IS NULL) AND (owner_id IS NULL));
CREATE INDEX calendar_occurrence_calendar_id_0bd759bf ON public.calendar_occurrence USING btree (calendar_id);
CREATE INDEX calendar_occurrence_event_id_2dd79354 ON public.calendar_occurrence USING btree (event_id);
CREATE UNIQUE INDEX calendar_one_personal ON public.calendar_calendar USING btree (owner_id) WHERE ((archived_at IS NULL) AND ((layer)::text = 'personal'::text));
CREATE INDEX calendar_reminder_event_id_45636f2b ON public.calendar_reminder USING btree (event_id);
CREATE INDEX calendar_reminder_person_id_8ae184b1 ON public.calendar_reminder USING btree (person_id);
CREATE INDEX cancellation_account ON public.orders_cancellation USING btree (account_id, id DESC);
CREATE INDEX cancellation_day ON public.orders_cancellation USING btree (received_on);
CREATE INDEX cancellation_decided ON public.orders_cancellation USING btree (decided_on, outcome);
CREATE UNIQUE INDEX cancellation_one_open ON public.orders_cancellation USING btree (subscription_id) WHERE ((outcome)::text = 'open'::text);
CREATE INDEX cancellation_received ON public.orders_cancellation USING btree (received_at DESC, id DESC);
CREATE INDEX change_waiting ON public.core_change USING btree (id) WHERE (seq IS NULL);
CREATE INDEX channels_attachment_holds_id_674de913 ON public.channels_attachment USING btree (holds_id);
CREATE INDEX channels_attachment_message_id_b6c11d0e ON public.channels_attachment USING btree (message_id);
CREATE INDEX channels_mailanswer_notice_id_1fe45d06 ON public.channels_mailanswer USING btree (notice_id);
CREATE INDEX channels_mailanswer_person_id_cadc62d8 ON public.channels_mailanswer USING btree (person_id);
CREATE INDEX channels_message_account_id_fe053761 ON public.channels_message USING btree (account_id);
CREATE INDEX channels_message_answers_id_da12b611 ON public.channels_message USING btree (answers_id);
CREATE INDEX channels_message_by_person_id_9e35c860 ON public.channels_message USING btree (by_person_id);
CREATE INDEX channels_message_contact_id_f609c902 ON public.channels_message USING btree (contact_id);
CREATE INDEX channels_message_duplicate_of_id_2be9a211 ON public.channels_message USING btree (duplicate_of_id);
CREATE INDEX channels_message_key_6bc99625_like ON public.channels_message USING btree (key varchar_pattern_ops);
CREATE INDEX channels_message_mailbox_id_ee1652ff ON public.channels_message USING btree (mailbox_id);
CREATE INDEX channels_message_thread_id_09c7cf8d ON public.channels_message USING btree (thread_id);
CREATE INDEX channels_ownfolder_mailbox_id_8451b7e3 ON public.channels_ownfolder USING btree (mailbox_id);
CREATE INDEX channels_ownmail_contact_id_625ee708 ON public.channels_ownmail USING btree (contact_id);
CREATE INDEX channels_ownmail_mailbox_id_911381c2 ON public.channels_ownmail USING btree (mailbox_id);
CREATE INDEX channels_ownmail_message_id_7f1f0a06 ON public.channels_ownmail USING btree (message_id);
CREATE INDEX channels_ownrule_person_id_0d172343 ON public.channels_ownrule USING btree (person_id);
CREATE INDEX channels_owntally_mailbox_id_7b860032 ON public.channels_owntally USING btree (mailbox_id);
CREATE INDEX channels_retry_person_id_af1d5f7b ON public.channels_retry USING btree (person_id);
CREATE INDEX channels_thread_account_id_5b1b7d75 ON public.channels_thread USING btree (account_id);
CREATE INDEX channels_thread_contact_id_4c37bbf6 ON public.channels_thread USING btree (contact_id);
CREATE INDEX clock_due ON public.work_clock USING btree (due_at) WHERE ((breached_at IS NULL) AND ((state)::text = 'running'::text));
CREATE INDEX clock_warn ON public.work_clock USING btree (warn_at) WHERE (((state)::text = 'running'::text) AND (warned_at IS NULL));
CREATE INDEX consent_address_at ON public.directory_consent USING btree (address_hash, at DESC);
CREATE INDEX consent_contact_at ON public.directory_consent USING btree (contact_id, at DESC);
CREATE INDEX contact_account_sort ON public.directory_contact USING btree (account_id, sort_key);
CREATE INDEX contact_name_trgm ON public.directory_contact USING gin (upper((name)::text) public.gin_trgm_ops);
CREATE INDEX contact_sort ON public.directory_contact USING btree (sort_key, id);
CREATE INDEX contact_tags ON public.directory_contact USING gin (tags);
CREATE UNIQUE INDEX contactemail_one_primary ON public.directory_contactemail USING btree (contact_id) WHERE "primary";
CREATE INDEX contactphone_number ON public.directory_contactphone USING btree (e164);
CREATE UNIQUE INDEX contactphone_one_primary ON public.directory_contactphone USING btree (contact_id) WHERE "primary";
CREATE INDEX contactreview_open ON public.board_contactreview USING btree (state, starts_on) WHERE (NOT ((state)::text = 'closed'::text));
CREATE INDEX contactreview_week ON public.board_contactreview USING btree (starts_on DESC, id DESC);
CREATE INDEX contacttally_owner ON public.board_contacttally USING btree (owner);
CREATE INDEX core_heartbeat_name_217715ae_like ON public.core_heartbeat USING btree (name varchar_pattern_ops);
CREATE INDEX core_link_person_id_d503ced0 ON public.core_link USING btree (person_id);
CREATE INDEX core_link_token_hash_0cfbac1e_like ON public.core_link USING btree (token_hash varchar_pattern_ops);
CREATE INDEX core_log_on_behalf_of_id_ba00fbc6 ON public.core_log USING btree (on_behalf_of_id);
CREATE INDEX core_log_person_id_540d9758 ON public.core_log USING btree (person_id);
CREATE INDEX core_notice_bundle_id_ead26685 ON public.core_notice USING btree (bundle_id);
CREATE INDEX core_notice_by_person_id_9f1ef9aa ON public.core_notice USING btree (by_person_id);
CREATE INDEX core_notice_person_id_3c1dbf2f ON public.core_notice USING btree (person_id);
CREATE INDEX core_run_on_behalf_of_id_1f844f8a ON public.core_run USING btree (on_behalf_of_id);
CREATE INDEX core_run_person_id_c5e1b01c ON public.core_run USING btree (person_id);
CREATE INDEX core_run_undoes_id_d4af2e84 ON public.core_run USING btree (undoes_id);
CREATE INDEX core_runtarget_run_id_b4f3442c ON public.core_runtarget USING btree (run_id);
CREATE INDEX core_searchmark_name_172c5725_like ON public.core_searchmark USING btree (name varchar_pattern_ops);
CREATE INDEX core_searchword_word_7cc63ddd_like ON public.core_searchword USING btree (word varchar_pattern_ops);
CREATE INDEX core_timelineentry_person_id_95438fc7 ON public.core_timelineentry USING btree (person_id);
CREATE INDEX deadline_day ON public.work_deadline USING btree (day_on, id);
CREATE INDEX decision_item ON public.intake_decision USING btree (item_id, at DESC);
CREATE INDEX directory_account_bill_to_id_fee7f3a7 ON public.directory_account USING btree (bill_to_id);
CREATE INDEX directory_account_merged_into_id_7f4f3f56 ON public.directory_account USING btree (merged_into_id);
CREATE INDEX directory_account_owner_id_34cca536 ON public.directory_account USING btree (owner_id);
CREATE INDEX directory_account_parent_id_daa9e5eb ON public.directory_account USING btree (parent_id);
CREATE INDEX directory_accountdomain_account_id_8b782a64 ON public.directory_accountdomain USING btree (account_id);
CREATE INDEX directory_accountdomain_domain_59c36539_like ON public.directory_accountdomain USING btree (domain varchar_pattern_ops);
CREATE INDEX directory_accountevent_bill_to_id_23cf2b16 ON public.directory_accountevent USING btree (bill_to_id);
CREATE INDEX directory_accountevent_merged_into_id_fe828b72 ON public.directory_accountevent USING btree (merged_into_id);
CREATE INDEX directory_accountevent_owner_id_a740de02 ON public.directory_accountevent USING btree (owner_id);
CREATE INDEX directory_accountevent_parent_id_1e1ef198 ON public.directory_accountevent USING btree (parent_id);
CREATE INDEX directory_accountevent_pgh_obj_id_fa342a1c ON public.directory_accountevent USING btree (pgh_obj_id);
CREATE INDEX directory_accountfile_account_id_4c75caf9 ON public.directory_accountfile USING btree (account_id);
CREATE INDEX directory_accountfile_added_by_id_152518c1 ON public.directory_accountfile USING btree (added_by_id);
CREATE INDEX directory_accountfile_contact_id_bcd9a7ec ON public.directory_accountfile USING btree (contact_id);
CREATE INDEX directory_accountfileevent_account_id_cd380087 ON public.directory_accountfileevent USING btree (account_id);
CREATE INDEX directory_accountfileevent_added_by_id_5e44fc9f ON public.directory_accountfileevent USING btree (added_by_id);
CREATE INDEX directory_accountfileevent_contact_id_112b4713 ON public.directory_accountfileevent USING btree (contact_id);
CREATE INDEX directory_accountfileevent_pgh_obj_id_7ee00e41 ON public.directory_accountfileevent USING btree (pgh_obj_id);
CREATE INDEX directory_accountowner_account_id_b5e6cdf8 ON public.directory_accountowner USING btree (account_id);
CREATE INDEX directory_accountowner_person_id_c2a9804c ON public.directory_accountowner USING btree (person_id);
CREATE INDEX directory_attempt_account_id_41bf2da5 ON public.directory_attempt USING btree (account_id);
CREATE INDEX directory_attempt_contact_id_b561bdaa ON public.directory_attempt USING btree (contact_id);
CREATE INDEX directory_attempt_person_id_d97e7307 ON public.directory_attempt USING btree (person_id);
CREATE INDEX directory_callingwindowevent_pgh_obj_id_fe7a462f ON public.directory_callingwindowevent USING btree (pgh_obj_id);
CREATE INDEX directory_consent_contact_id_ea2ba84b ON public.directory_consent USING btree (contact_id);
CREATE INDEX directory_consent_person_id_d2a61fec ON public.directory_consent USING btree (person_id);
CREATE INDEX directory_contact_account_id_c140c205 ON public.directory_contact USING btree (account_id);
CREATE INDEX directory_contact_location_id_ac0d640d ON public.directory_contact USING btree (location_id);
CREATE INDEX directory_contact_merged_into_id_20ebbdef ON public.directory_contact USING btree (merged_into_id);
CREATE INDEX directory_contactemail_address_daf40283_like ON public.directory_contactemail USING btree (address varchar_pattern_ops);
CREATE INDEX directory_contactemail_contact_id_50d651fb ON public.directory_contactemail USING btree (contact_id);
CREATE INDEX directory_contactemailevent_contact_id_04faf847 ON public.directory_contactemailevent USING btree (contact_id);
CREATE INDEX directory_contactemailevent_pgh_obj_id_c5725f70 ON public.directory_contactemailevent USING btree (pgh_obj_id);
CREATE INDEX directory_contactevent_account_id_5afd2fe9 ON public.directory_contactevent USING btree (account_id);
CREATE INDEX directory_contactevent_location_id_80c8d7ae ON public.directory_contactevent USING btree (location_id);
CREATE INDEX directory_contactevent_merged_into_id_6385da26 ON public.directory_contactevent USING btree (merged_into_id);
CREATE INDEX directory_contactevent_pgh_obj_id_63127c03 ON public.directory_contactevent USING btree (pgh_obj_id);
CREATE INDEX directory_contactphone_contact_id_70a8b0a4 ON public.directory_contactphone USING btree (contact_id);
CREATE INDEX directory_contactphoneevent_contact_id_b3c33523 ON public.directory_contactphoneevent USING btree (contact_id);
CREATE INDEX directory_contactphoneevent_pgh_obj_id_ef268db5 ON public.directory_contactphoneevent USING btree (pgh_obj_id);
CREATE INDEX directory_customfield_name_5bba552f ON public.directory_customfield USING btree (name);
CREATE INDEX directory_customfield_name_5bba552f_like ON public.directory_customfield USING btree (name varchar_pattern_ops);
CREATE INDEX directory_customfieldevent_pgh_obj_id_aaefff9c ON public.directory_customfieldevent USING btree (pgh_obj_id);
CREATE INDEX directory_donotcalllist_person_id_3fa2d4f8 ON public.directory_donotcalllist USING btree (person_id);
CREATE INDEX directory_duplicatepair_account_a_id_15cd4604 ON public.directory_duplicatepair USING btree (account_a_id);
CREATE INDEX directory_duplicatepair_account_b_id_4f120e7c ON public.directory_duplicatepair USING btree (account_b_id);
CREATE INDEX directory_duplicatepair_contact_a_id_c4a26aee ON public.directory_duplicatepair USING btree (contact_a_id);
CREATE INDEX directory_duplicatepair_contact_b_id_c984bac3 ON public.directory_duplicatepair USING btree (contact_b_id);
CREATE INDEX directory_duplicatepair_decided_by_id_9890118e ON public.directory_duplicatepair USING btree (decided_by_id);
CREATE INDEX directory_duplicatesearch_started_by_id_2b28a0ca ON public.directory_duplicatesearch USING btree (started_by_id);
CREATE INDEX directory_externalid_account_id_5540361d ON public.directory_externalid USING btree (account_id);
CREATE INDEX directory_externalid_contact_id_c8d4285d ON public.directory_externalid USING btree (contact_id);
CREATE INDEX directory_import_corrects_id_f372e130 ON public.directory_import USING btree (corrects_id);
CREATE INDEX directory_import_going_by_id_99b3b3ec ON public.directory_import USING btree (going_by_id);
CREATE INDEX directory_import_person_id_6987555c ON public.directory_import USING btree (person_id);
CREATE INDEX directory_importrow_batch_id_392d7c5e ON public.directory_importrow USING btree (batch_id);
CREATE INDEX directory_listednumber_of_id_886f58ca ON public.directory_listednumber USING btree (of_id);
CREATE INDEX directory_location_account_id_8c3bfc25 ON public.directory_location USING btree (account_id);
CREATE INDEX directory_locationevent_account_id_84f52696 ON public.directory_locationevent USING btree (account_id);
CREATE INDEX directory_locationevent_pgh_obj_id_2bec0bee ON public.directory_locationevent USING btree (pgh_obj_id);
CREATE INDEX directory_matchmark_name_bd50b261_like ON public.directory_matchmark USING btree (name varchar_pattern_ops);
CREATE INDEX directory_merge_by_person_id_8271ce0a ON public.directory_merge USING btree (by_person_id);
CREATE INDEX directory_merge_gone_account_id_15afa0bf ON public.directory_merge USING btree (gone_account_id);
CREATE INDEX directory_merge_gone_contact_id_1782091a ON public.directory_merge USING btree (gone_contact_id);
CREATE INDEX directory_merge_kept_account_id_1d3a12b7 ON public.directory_merge USING btree (kept_account_id);
CREATE INDEX directory_merge_kept_contact_id_6b49c913 ON public.directory_merge USING btree (kept_contact_id);
CREATE INDEX directory_merge_undone_by_id_1f504860 ON public.directory_merge USING btree (undone_by_id);
CREATE INDEX directory_mergedrow_merge_id_429fce4c ON public.directory_mergedrow USING btree (merge_id);
CREATE INDEX directory_networkmembership_account_id_94123fde ON public.directory_networkmembership USING btree (account_id);
CREATE INDEX directory_networkmembership_network_id_02beaa5a ON public.directory_networkmembership USING btree (network_id);
CREATE INDEX directory_networkmembershipevent_account_id_65d8c950 ON public.directory_networkmembershipevent USING btree (account_id);
CREATE INDEX directory_networkmembershipevent_network_id_ab31b40f ON public.directory_networkmembershipevent USING btree (network_id);
CREATE INDEX directory_networkmembershipevent_pgh_obj_id_7c1a82e1 ON public.directory_networkmembershipevent USING btree (pgh_obj_id);
CREATE INDEX directory_override_contact_id_3dfe2566 ON public.directory_override USING btree (contact_id);
CREATE INDEX directory_override_person_id_79fab257 ON public.directory_override USING btree (person_id);
CREATE INDEX directory_relation_account_id_4d9af472 ON public.directory_relation USING btree (account_id);
CREATE INDEX directory_relation_category_id_309c40af ON public.directory_relation USING btree (category_id);
CREATE INDEX directory_relation_partner_id_08b27b90 ON public.directory_relation USING btree (partner_id);
CREATE INDEX directory_relationevent_account_id_dd42bb61 ON public.directory_relationevent USING btree (account_id);
CREATE INDEX directory_relationevent_category_id_f6da5ca7 ON public.directory_relationevent USING btree (category_id);
CREATE INDEX directory_relationevent_partner_id_63cb25f6 ON public.directory_relationevent USING btree (partner_id);
CREATE INDEX directory_relationevent_pgh_obj_id_261b6533 ON public.directory_relationevent USING btree (pgh_obj_id);
CREATE INDEX directory_suppression_address_hash_d932d86d_like ON public.directory_suppression USING btree (address_hash varchar_pattern_ops);
CREATE INDEX directory_suppression_contact_id_284da4dc ON public.directory_suppression USING btree (contact_id);
CREATE INDEX directory_termevent_pgh_obj_id_7fb6ca24 ON public.directory_termevent USING btree (pgh_obj_id);
CREATE INDEX directory_territoryaccount_account_id_6cd9fc70 ON public.directory_territoryaccount USING btree (account_id);
CREATE INDEX directory_territoryaccount_change_id_8d181eea ON public.directory_territoryaccount USING btree (change_id);
CREATE INDEX directory_territoryaccount_ended_by_id_e3ea500a ON public.directory_territoryaccount USING btree (ended_by_id);
CREATE INDEX directory_territoryaccount_territory_id_4faca544 ON public.directory_territoryaccount USING btree (territory_id);
CREATE INDEX directory_territoryaccountevent_account_id_d8408af0 ON public.directory_territoryaccountevent USING btree (account_id);
CREATE INDEX directory_territoryaccountevent_change_id_db35beba ON public.directory_territoryaccountevent USING btree (change_id);
CREATE INDEX directory_territoryaccountevent_ended_by_id_496a3039 ON public.directory_territoryaccountevent USING btree (ended_by_id);
CREATE INDEX directory_territoryaccountevent_pgh_obj_id_abc63244 ON public.directory_territoryaccountevent USING btree (pgh_obj_id);
CREATE INDEX directory_territoryaccountevent_territory_id_9d55c94e ON public.directory_territoryaccountevent USING btree (territory_id);
CREATE INDEX directory_territorymove_account_id_d74e11c0 ON public.directory_territorymove USING btree (account_id);
CREATE INDEX directory_territorymove_after_id_b6049640 ON public.directory_territorymove USING btree (after_id);
CREATE INDEX directory_territorymove_before_id_6394d671 ON public.directory_territorymove USING btree (before_id);
CREATE INDEX directory_territorymove_change_id_3f6f1c47 ON public.directory_territorymove USING btree (change_id);
CREATE INDEX directory_territorymove_territory_id_865d7e12 ON public.directory_territorymove USING btree (territory_id);
CREATE INDEX draft_saved ON public.kit_draft USING btree (saved_at);
CREATE INDEX draftedinteraction_account ON public.journal_draftedinteraction USING btree (account_id) WHERE ((state)::text = 'open'::text);
CREATE INDEX draftedinteraction_open ON public.journal_draftedinteraction USING btree (person_id, at DESC, id DESC) WHERE ((state)::text = 'open'::text);
CREATE INDEX duplicatepair_account_b ON public.directory_duplicatepair USING btree (account_b_id);
CREATE INDEX duplicatepair_best ON public.directory_duplicatepair USING btree (state, score DESC, id DESC);
CREATE INDEX duplicatepair_contact_b ON public.directory_duplicatepair USING btree (contact_b_id);
CREATE UNIQUE INDEX duplicatesearch_one_at_a_time ON public.directory_duplicatesearch USING btree (kind) WHERE ((state)::text = ANY ((ARRAY['waiting'::character varying, 'running'::character varying])::text[]));
CREATE INDEX event_account ON public.calendar_event USING btree (account_id, id DESC) WHERE (account_id IS NOT NULL);
CREATE UNIQUE INDEX event_uid_once ON public.calendar_event USING btree (calendar_id, uid, recurrence_of) WHERE (removed_at IS NULL);
CREATE INDEX facts_mrr ON public.directory_accountfacts USING btree (mrr DESC NULLS LAST, account_id DESC);
CREATE INDEX facts_renewal ON public.directory_accountfacts USING btree (renewal_on, account_id);
CREATE INDEX facts_talk ON public.directory_accountfacts USING btree (last_conversation_at, account_id);
CREATE INDEX facts_talk_desc ON public.directory_accountfacts USING btree (last_conversation_at DESC NULLS LAST, account_id DESC);
CREATE INDEX goal_month ON public.board_goal USING btree (starts_on DESC, id DESC);
CREATE UNIQUE INDEX guest_address_once ON public.calendar_guest USING btree (event_id, address) WHERE (NOT ((address)::text = ''::text));
CREATE UNIQUE INDEX guest_person_once ON public.calendar_guest USING btree (event_id, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX handoff_account ON public.work_handoff USING btree (account_id, id DESC);
CREATE INDEX handoff_team ON public.work_handoff USING btree (team_id, id DESC);
CREATE INDEX handoffletter_queued ON public.work_handoffletter USING btree (id) WHERE ((state)::text = 'queued'::text);
CREATE INDEX handoffreply_waiting ON public.work_handoffreply USING btree (id) WHERE ((state)::text = 'waiting'::text);
CREATE UNIQUE INDEX handoffstep_one_now ON public.work_handoffstep USING btree (handoff_id) WHERE (until_at IS NULL);
CREATE INDEX handoffstep_since ON public.work_handoffstep USING btree (since_at);
CREATE INDEX holder_person ON public.team_territoryholder USING btree (person_id) WHERE (ends_on IS NULL);
CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));
CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);
CREATE INDEX import_active ON public.directory_import USING btree (touched_at) WHERE ((state)::text = ANY ((ARRAY['reading'::character varying, 'waiting'::character varying, 'working'::character varying, 'undoing'::character varying])::text[]));
CREATE INDEX import_sha ON public.directory_import USING btree (sha, kind);
CREATE INDEX import_signature ON public.directory_import USING btree (signature);
CREATE UNIQUE INDEX importmap_name ON public.directory_importmap USING btree (kind, name) WHERE (NOT ((name)::text = ''::text));
CREATE UNIQUE INDEX importmap_signature ON public.directory_importmap USING btree (kind, signature) WHERE ((name)::text = ''::text);
CREATE INDEX importrow_verdict ON public.directory_importrow USING btree (batch_id, verdict, "position");
CREATE INDEX importrow_waiting ON public.directory_importrow USING btree (batch_id, "position") WHERE (((outcome)::text = 'waiting'::text) AND ((verdict)::text = ANY ((ARRAY['create'::character varying, 'update'::character varying])::text[])));
CREATE INDEX improvement_team ON public.work_improvement USING btree (team_id, id DESC);
CREATE INDEX intake_assignment_assigned_by_id_ae10e833 ON public.intake_assignment USING btree (assigned_by_id);
CREATE INDEX intake_assignment_item_id_89880562 ON public.intake_assignment USING btree (item_id);
CREATE INDEX intake_assignment_person_id_abfa91c1 ON public.intake_assignment USING btree (person_id);
CREATE INDEX intake_assignment_rule_id_73fd48ce ON public.intake_assignment USING btree (rule_id);
CREATE INDEX intake_decision_item_id_47be50ff ON public.intake_decision USING btree (item_id);
CREATE INDEX intake_decision_rule_id_186b41ef ON public.intake_decision USING btree (rule_id);
CREATE INDEX intake_decision_winner_id_d25e60b7 ON public.intake_decision USING btree (winner_id);
CREATE INDEX intake_queueitem_account_id_986f0657 ON public.intake_queueitem USING btree (account_id);
CREATE INDEX intake_queueitem_contact_id_8761c8e7 ON public.intake_queueitem USING btree (contact_id);
CREATE INDEX intake_queueitem_person_id_328f4a1d ON public.intake_queueitem USING btree (person_id);
CREATE INDEX intake_queueitem_pool_id_44881922 ON public.intake_queueitem USING btree (pool_id);
CREATE INDEX intake_queueitem_proposed_to_id_aaacb71f ON public.intake_queueitem USING btree (proposed_to_id);
CREATE INDEX intake_queueitem_rule_id_e2759bf0 ON public.intake_queueitem USING btree (rule_id);
CREATE INDEX intake_routingrule_person_id_1294dd73 ON public.intake_routingrule USING btree (person_id);
CREATE INDEX intake_routingrule_pool_id_371ea626 ON public.intake_routingrule USING btree (pool_id);
CREATE INDEX intake_routingruleevent_person_id_d0630a50 ON public.intake_routingruleevent USING btree (person_id);
CREATE INDEX intake_routingruleevent_pgh_obj_id_9e2a4321 ON public.intake_routingruleevent USING btree (pgh_obj_id);
CREATE INDEX intake_routingruleevent_pool_id_40d40d17 ON public.intake_routingruleevent USING btree (pool_id);
CREATE INDEX intake_turn_person_id_95d87f36 ON public.intake_turn USING btree (person_id);
CREATE INDEX intake_turn_rule_id_5c7f35b1 ON public.intake_turn USING btree (rule_id);
CREATE INDEX interaction_about ON public.journal_interaction USING btree (about_kind, about_id, at DESC) WHERE (about_id IS NOT NULL);
CREATE INDEX interaction_at ON public.journal_interaction USING btree (at DESC, id DESC);
CREATE INDEX interaction_contact_at ON public.journal_interaction USING btree (contact_id, at DESC);
CREATE INDEX interaction_person_at ON public.journal_interaction USING btree (person_id, at DESC);
CREATE INDEX interactionfile_of ON public.journal_interactionfile USING btree (interaction_id, id);
CREATE INDEX invitation_uid ON public.calendar_invitation USING btree (uid);
CREATE INDEX item_account ON public.intake_queueitem USING btree (account_id, received_at DESC);
CREATE INDEX item_person ON public.intake_queueitem USING btree (person_id, state);
CREATE INDEX item_read_right ON public.intake_queueitem USING btree (intent, received_at) INCLUDE (state, corrected_intent);
CREATE INDEX item_received ON public.intake_queueitem USING btree (received_at DESC, id DESC);
CREATE INDEX item_unanswered ON public.intake_queueitem USING btree (due_at) WHERE ((answered_at IS NULL) AND (NOT spam) AND ((state)::text = ANY ((ARRAY['waiting'::character varying, 'proposed'::character varying, 'assigned'::character varying])::text[])));
CREATE INDEX item_waiting ON public.intake_queueitem USING btree (priority DESC, received_at, id) WHERE ((state)::text = ANY ((ARRAY['waiting'::character varying, 'proposed'::character varying])::text[]));
CREATE INDEX journal_draftedinteraction_account_id_f718bef9 ON public.journal_draftedinteraction USING btree (account_id);
CREATE INDEX journal_draftedinteraction_contacts_contact_id_2f7de081 ON public.journal_draftedinteraction_contacts USING btree (contact_id);
CREATE INDEX journal_draftedinteraction_draftedinteraction_id_3cf3b542 ON public.journal_draftedinteraction_contacts USING btree (draftedinteraction_id);
CREATE INDEX journal_draftedinteraction_message_id_02158f5e ON public.journal_draftedinteraction USING btree (message_id);
CREATE INDEX journal_draftedinteraction_person_id_d30e2135 ON public.journal_draftedinteraction USING btree (person_id);
CREATE INDEX journal_interaction_colleagues_interaction_id_5738a6ef ON public.journal_interaction_colleagues USING btree (interaction_id);
CREATE INDEX journal_interaction_colleagues_person_id_47aabc33 ON public.journal_interaction_colleagues USING btree (person_id);
CREATE INDEX journal_interaction_contact_id_a57329dc ON public.journal_interaction USING btree (contact_id);
CREATE INDEX journal_interaction_message_id_52a39ba4 ON public.journal_interaction USING btree (message_id);
CREATE INDEX journal_interaction_others_contact_id_6f2ac6fe ON public.journal_interaction_others USING btree (contact_id);
CREATE INDEX journal_interaction_others_interaction_id_2df2f944 ON public.journal_interaction_others USING btree (interaction_id);
CREATE INDEX journal_interaction_person_id_5ccfe4e4 ON public.journal_interaction USING btree (person_id);
CREATE INDEX journal_interactionaccount_account_id_760144b0 ON public.journal_interactionaccount USING btree (account_id);
CREATE INDEX journal_interactionaccount_attempt_id_b2a0f0bd ON public.journal_interactionaccount USING btree (attempt_id);
CREATE INDEX journal_interactionaccount_interaction_id_1e7e680f ON public.journal_interactionaccount USING btree (interaction_id);
CREATE INDEX journal_interactionevent_contact_id_6d3af03a ON public.journal_interactionevent USING btree (contact_id);
CREATE INDEX journal_interactionevent_message_id_59e5c0ef ON public.journal_interactionevent USING btree (message_id);
CREATE INDEX journal_interactionevent_person_id_f58ff5f6 ON public.journal_interactionevent USING btree (person_id);
CREATE INDEX journal_interactionevent_pgh_obj_id_e7f43928 ON public.journal_interactionevent USING btree (pgh_obj_id);
CREATE INDEX journal_interactionfile_interaction_id_4e0c4e56 ON public.journal_interactionfile USING btree (interaction_id);
CREATE INDEX journal_notescore_person_id_4c2ceeb8 ON public.journal_notescore USING btree (person_id);
CREATE INDEX journal_notetemplate_owner_id_e5ab9aca ON public.journal_notetemplate USING btree (owner_id);
CREATE INDEX journal_notetemplateevent_owner_id_54d38bc3 ON public.journal_notetemplateevent USING btree (owner_id);
CREATE INDEX journal_notetemplateevent_pgh_obj_id_525fffa8 ON public.journal_notetemplateevent USING btree (pgh_obj_id);
CREATE INDEX kit_apitoken_person_id_c3eaedca ON public.kit_apitoken USING btree (person_id);
CREATE INDEX kit_apitoken_secret_hash_f993bfed_like ON public.kit_apitoken USING btree (secret_hash varchar_pattern_ops);
CREATE INDEX kit_draft_person_id_22d22b24 ON public.kit_draft USING btree (person_id);
CREATE INDEX kit_enclosure_notice_id_05dcf9a7 ON public.kit_enclosure USING btree (notice_id);
CREATE INDEX kit_livelink_owner_id_b5986d8b ON public.kit_livelink USING btree (owner_id);
CREATE INDEX kit_parked_person_id_1a31e7dc ON public.kit_parked USING btree (person_id);
CREATE INDEX kit_presence_person_id_481a768b ON public.kit_presence USING btree (person_id);
CREATE INDEX kit_receiver_person_id_6d84ab3d ON public.kit_receiver USING btree (person_id);
CREATE INDEX kit_receiver_schedule_id_dbf60a58 ON public.kit_receiver USING btree (schedule_id);
CREATE INDEX kit_savedview_owner_id_1444223b ON public.kit_savedview USING btree (owner_id);
CREATE INDEX kit_schedule_owner_id_42c28aa0 ON public.kit_schedule USING btree (owner_id);
CREATE INDEX kit_used_person_id_cd14d8d6 ON public.kit_used USING btree (person_id);
CREATE INDEX kit_viewdefault_view_id_3657db6b ON public.kit_viewdefault USING btree (view_id);
CREATE INDEX kit_visit_person_id_f23166b2 ON public.kit_visit USING btree (person_id);
CREATE INDEX lead_company_trgm ON public.pipeline_lead USING gin (upper((company)::text) public.gin_trgm_ops);
CREATE INDEX lead_email ON public.pipeline_lead USING btree (email) WHERE (NOT ((email)::text = ''::text));
CREATE INDEX lead_name_trgm ON public.pipeline_lead USING gin (upper((name)::text) public.gin_trgm_ops);
CREATE INDEX lead_owner_state ON public.pipeline_lead USING btree (owner_id, state);
CREATE INDEX lead_phone ON public.pipeline_lead USING btree (phone) WHERE (NOT ((phone)::text = ''::text));
CREATE INDEX lead_state_created ON public.pipeline_lead USING btree (state, created_at DESC, id DESC);
CREATE INDEX leaving_due ON public.team_leaving USING btree (leaves_at) WHERE ((state)::text = 'planned'::text);
CREATE UNIQUE INDEX leaving_one_open ON public.team_leaving USING btree (person_id) WHERE ((state)::text = ANY ((ARRAY['draft'::character varying, 'planned'::character varying])::text[]));
CREATE INDEX livelink_owner ON public.kit_livelink USING btree (owner_id, id DESC);
CREATE INDEX location_phone ON public.directory_location USING btree (phone) WHERE (NOT ((phone)::text = ''::text));
CREATE INDEX log_cause ON public.core_log USING btree (cause_id) WHERE (cause_id IS NOT NULL);
CREATE INDEX log_person ON public.core_log USING btree (person_id, at DESC);
CREATE INDEX log_result ON public.core_log USING btree (result_kind, result_id, at DESC) WHERE (result_id IS NOT NULL);
CREATE INDEX log_root ON public.core_log USING btree (root_id, at DESC);
CREATE INDEX log_target ON public.core_log USING btree (target_kind, target_id, at DESC);
CREATE UNIQUE INDEX log_undone_once ON public.core_log USING btree (undoes_id) WHERE (undoes_id IS NOT NULL);
CREATE UNIQUE INDEX mailbox_address ON public.channels_mailbox USING btree (lower((address)::text));
CREATE UNIQUE INDEX merge_account_once ON public.directory_merge USING btree (gone_account_id) WHERE ((gone_account_id IS NOT NULL) AND (undone_at IS NULL));
CREATE UNIQUE INDEX merge_contact_once ON public.directory_merge USING btree (gone_contact_id) WHERE ((gone_contact_id IS NOT NULL) AND (undone_at IS NULL));
CREATE INDEX merge_kept_account ON public.directory_merge USING btree (kept_account_id);
CREATE INDEX merge_kept_contact ON public.directory_merge USING btree (kept_contact_id);
CREATE INDEX mergedrow_merge ON public.directory_mergedrow USING btree (merge_id, id);
CREATE INDEX message_account ON public.channels_message USING btree (account_id, received_at DESC);
CREATE INDEX message_answers ON public.channels_message USING btree (in_reply_to) WHERE (NOT ((in_reply_to)::text = ''::text));
CREATE UNIQUE INDEX message_captured_once ON public.channels_message USING btree (message_id, digest) WHERE ((NOT ((capture)::text = ''::text)) AND (NOT ((digest)::text = ''::text)));
CREATE INDEX message_failed ON public.channels_message USING btree (id DESC) WHERE ((state)::text = 'failed'::text);
CREATE INDEX message_message_id ON public.channels_message USING btree (message_id);
CREATE INDEX message_not_taken ON public.channels_message USING btree (id DESC) WHERE (NOT ((not_taken)::text = ''::text));
CREATE UNIQUE INDEX message_once ON public.channels_message USING btree (message_id, digest) WHERE (((capture)::text = ''::text) AND ((direction)::text = 'in'::text) AND (NOT ((digest)::text = ''::text)));
CREATE INDEX message_received ON public.channels_message USING btree (received_at DESC NULLS LAST, id DESC);
CREATE INDEX message_sender ON public.channels_message USING btree (from_address, received_at DESC);
CREATE INDEX message_sent ON public.channels_message USING btree (sent_at) WHERE ((direction)::text = 'out'::text);
CREATE INDEX message_thread ON public.channels_message USING btree (thread_id, received_at DESC);
CREATE UNIQUE INDEX message_uid ON public.channels_message USING btree (mailbox_id, uid_validity, uid) WHERE (uid IS NOT NULL);
CREATE INDEX message_waiting ON public.channels_message USING btree (id) WHERE ((state)::text = ANY ((ARRAY['stored'::character varying, 'queued'::character varying])::text[]));
CREATE INDEX movement_account ON public.orders_movement USING btree (account_id, effective_on);
CREATE INDEX movement_board ON public.orders_movement USING btree (booked_on, kind) INCLUDE (amount, units, owner_id, product_id, account_id) WHERE (NOT opening);
CREATE INDEX movement_effective ON public.orders_movement USING btree (effective_on, kind);
CREATE INDEX movement_newest ON public.orders_movement USING btree (booked_on DESC, id DESC);
CREATE INDEX mrrentry_account ON public.orders_mrrentry USING btree (account_id, effective_on, id);
CREATE INDEX mrrentry_booked ON public.orders_mrrentry USING btree (booked_on, id);
CREATE INDEX mrrentry_subscription ON public.orders_mrrentry USING btree (subscription_id, id);
CREATE INDEX networkmembership_network ON public.directory_networkmembership USING btree (network_id, starts_on);
CREATE UNIQUE INDEX nevertaken_once ON public.channels_nevertaken USING btree (covers, lower((value)::text));
CREATE INDEX notescore_unseen ON public.journal_notescore USING btree (person_id) WHERE (seen_at IS NULL);
CREATE INDEX notescore_version ON public.journal_notescore USING btree (rules_version);
CREATE UNIQUE INDEX notetemplate_once_a_person ON public.journal_notetemplate USING btree (owner_id, shortcut) WHERE (removed_at IS NULL);
CREATE UNIQUE INDEX notetemplate_once_for_all ON public.journal_notetemplate USING btree (shortcut) WHERE ((removed_at IS NULL) AND shared);
CREATE INDEX notice_escalate ON public.core_notice USING btree (escalate_at) WHERE ((escalate_at IS NOT NULL) AND (read_at IS NULL));
CREATE INDEX notice_person ON public.core_notice USING btree (person_id, created_at DESC, id DESC);
CREATE INDEX notice_queued ON public.core_notice USING btree (id) WHERE ((state)::text = 'queued'::text);
CREATE INDEX notice_unread ON public.core_notice USING btree (person_id, event) WHERE (on_page AND (read_at IS NULL));
CREATE INDEX occurrence_days ON public.calendar_occurrence USING gist (days);
CREATE INDEX once_at ON public.core_oncekey USING btree (at);
CREATE INDEX onetimeentry_account ON public.orders_onetimeentry USING btree (account_id, id);
CREATE INDEX onetimeentry_booked ON public.orders_onetimeentry USING btree (booked_on, id);
CREATE INDEX opportunity_close ON public.pipeline_opportunity USING btree (close_on, id);
CREATE INDEX opportunity_owner_stage ON public.pipeline_opportunity USING btree (owner_id, stage, close_on);
CREATE INDEX opportunity_stage_close ON public.pipeline_opportunity USING btree (stage, close_on, id);
CREATE INDEX order_account ON public.orders_order USING btree (account_id, id DESC);
CREATE INDEX order_booked ON public.orders_order USING btree (booked_on);
CREATE INDEX order_owner ON public.orders_order USING btree (owner_id, id DESC);
CREATE INDEX order_submitted ON public.orders_order USING btree (submitted_at DESC NULLS LAST, id DESC);
CREATE INDEX order_waiting ON public.orders_order USING btree (submitted_at) WHERE ((state)::text = 'submitted'::text);
CREATE INDEX orderline_order ON public.orders_orderline USING btree (order_id, id);
CREATE INDEX orders_cancellation_account_id_74dbe287 ON public.orders_cancellation USING btree (account_id);
CREATE INDEX orders_cancellation_decided_by_id_8f028f1d ON public.orders_cancellation USING btree (decided_by_id);
CREATE INDEX orders_cancellation_logged_by_id_000e1edd ON public.orders_cancellation USING btree (logged_by_id);
CREATE INDEX orders_cancellation_reason_id_6fff2044 ON public.orders_cancellation USING btree (reason_id);
CREATE INDEX orders_cancellation_save_task_id_0689b76e ON public.orders_cancellation USING btree (save_task_id);
CREATE INDEX orders_cancellation_subscription_id_3d40e8df ON public.orders_cancellation USING btree (subscription_id);
CREATE INDEX orders_cancellationevent_account_id_ebde6681 ON public.orders_cancellationevent USING btree (account_id);
CREATE INDEX orders_cancellationevent_decided_by_id_6ecfab4d ON public.orders_cancellationevent USING btree (decided_by_id);
CREATE INDEX orders_cancellationevent_logged_by_id_34678788 ON public.orders_cancellationevent USING btree (logged_by_id);
CREATE INDEX orders_cancellationevent_order_id_e7454a59 ON public.orders_cancellationevent USING btree (order_id);
CREATE INDEX orders_cancellationevent_pgh_obj_id_93c4f6e1 ON public.orders_cancellationevent USING btree (pgh_obj_id);
CREATE INDEX orders_cancellationevent_reason_id_d437fda3 ON public.orders_cancellationevent USING btree (reason_id);
CREATE INDEX orders_cancellationevent_save_task_id_781694b8 ON public.orders_cancellationevent USING btree (save_task_id);
CREATE INDEX orders_cancellationevent_subscription_id_9cb48466 ON public.orders_cancellationevent USING btree (subscription_id);
CREATE INDEX orders_cancellationreason_code_b98fd67c_like ON public.orders_cancellationreason USING btree (code varchar_pattern_ops);
CREATE INDEX orders_cancellationreason_parent_id_6ae496e5 ON public.orders_cancellationreason USING btree (parent_id);
CREATE INDEX orders_deskcheckanswer_by_id_9bdb0dff ON public.orders_deskcheckanswer USING btree (by_id);
CREATE INDEX orders_deskcheckanswer_order_id_672fdcb0 ON public.orders_deskcheckanswer USING btree (order_id);
CREATE INDEX orders_deskcheckanswer_question_id_ca34e6fe ON public.orders_deskcheckanswer USING btree (question_id);
CREATE INDEX orders_deskcheckanswerevent_by_id_64a65242 ON public.orders_deskcheckanswerevent USING btree (by_id);
CREATE INDEX orders_deskcheckanswerevent_order_id_32adc21e ON public.orders_deskcheckanswerevent USING btree (order_id);
CREATE INDEX orders_deskcheckanswerevent_pgh_obj_id_1f2bd750 ON public.orders_deskcheckanswerevent USING btree (pgh_obj_id);
CREATE INDEX orders_deskcheckanswerevent_question_id_e34773cc ON public.orders_deskcheckanswerevent USING btree (question_id);
CREATE INDEX orders_fulfilmentstep_product_id_b836a9f0 ON public.orders_fulfilmentstep USING btree (product_id);
CREATE INDEX orders_fulfilmentstep_team_id_010750f3 ON public.orders_fulfilmentstep USING btree (team_id);
CREATE INDEX orders_movement_account_id_0126d3e5 ON public.orders_movement USING btree (account_id);
CREATE INDEX orders_movement_owner_id_371d9f45 ON public.orders_movement USING btree (owner_id);
CREATE INDEX orders_movement_product_id_c74f23cd ON public.orders_movement USING btree (product_id);
CREATE INDEX orders_mrrentry_account_id_2b0a5e28 ON public.orders_mrrentry USING btree (account_id);
CREATE INDEX orders_mrrentry_corrects_id_adb987f5 ON public.orders_mrrentry USING btree (corrects_id);
CREATE INDEX orders_mrrentry_order_line_id_4a7e29a0 ON public.orders_mrrentry USING btree (order_line_id);
CREATE INDEX orders_mrrentry_owner_id_83e76a4f ON public.orders_mrrentry USING btree (owner_id);
CREATE INDEX orders_mrrentry_subscription_id_0298b789 ON public.orders_mrrentry USING btree (subscription_id);
CREATE INDEX orders_onetimeentry_account_id_06e3af63 ON public.orders_onetimeentry USING btree (account_id);
CREATE INDEX orders_onetimeentry_corrects_id_9992d0b4 ON public.orders_onetimeentry USING btree (corrects_id);
CREATE INDEX orders_onetimeentry_order_line_id_09e0f66c ON public.orders_onetimeentry USING btree (order_line_id);
CREATE INDEX orders_onetimeentry_owner_id_ee907411 ON public.orders_onetimeentry USING btree (owner_id);
CREATE INDEX orders_onetimeentry_product_id_b527b8a7 ON public.orders_onetimeentry USING btree (product_id);
CREATE INDEX orders_order_accepted_by_id_c7e024b5 ON public.orders_order USING btree (accepted_by_id);
CREATE INDEX orders_order_account_id_cf843c80 ON public.orders_order USING btree (account_id);
CREATE INDEX orders_order_approval_id_23dbefd6 ON public.orders_order USING btree (approval_id);
CREATE INDEX orders_order_contact_id_351ea2f1 ON public.orders_order USING btree (contact_id);
CREATE INDEX orders_order_owner_id_b000b586 ON public.orders_order USING btree (owner_id);
CREATE INDEX orders_order_submitted_by_id_d6696d33 ON public.orders_order USING btree (submitted_by_id);
CREATE INDEX orders_orderevent_accepted_by_id_025c9f6a ON public.orders_orderevent USING btree (accepted_by_id);
CREATE INDEX orders_orderevent_account_id_dea23c39 ON public.orders_orderevent USING btree (account_id);
CREATE INDEX orders_orderevent_approval_id_616d8b1f ON public.orders_orderevent USING btree (approval_id);
CREATE INDEX orders_orderevent_contact_id_7e8db16d ON public.orders_orderevent USING btree (contact_id);
CREATE INDEX orders_orderevent_owner_id_54ad0e50 ON public.orders_orderevent USING btree (owner_id);
CREATE INDEX orders_orderevent_pgh_obj_id_dde4714b ON public.orders_orderevent USING btree (pgh_obj_id);
CREATE INDEX orders_orderevent_submitted_by_id_4704a30c ON public.orders_orderevent USING btree (submitted_by_id);
CREATE INDEX orders_orderline_ends_id_a7bbbd38 ON public.orders_orderline USING btree (ends_id);
CREATE INDEX orders_orderline_order_id_17f8f3ef ON public.orders_orderline USING btree (order_id);
CREATE INDEX orders_orderline_product_id_a68772b6 ON public.orders_orderline USING btree (product_id);
CREATE INDEX orders_orderlineevent_ends_id_25c0e055 ON public.orders_orderlineevent USING btree (ends_id);
CREATE INDEX orders_orderlineevent_order_id_4ce43973 ON public.orders_orderlineevent USING btree (order_id);
CREATE INDEX orders_orderlineevent_pgh_obj_id_7ef33bc7 ON public.orders_orderlineevent USING btree (pgh_obj_id);
CREATE INDEX orders_orderlineevent_product_id_c596898e ON public.orders_orderlineevent USING btree (product_id);
CREATE INDEX orders_orderstep_line_id_27cf3b0a ON public.orders_orderstep USING btree (line_id);
CREATE INDEX orders_orderstep_order_id_5ffd2a28 ON public.orders_orderstep USING btree (order_id);
CREATE INDEX orders_orderstep_team_id_3d9d6558 ON public.orders_orderstep USING btree (team_id);
CREATE INDEX orders_product_code_2bfabf2e_like ON public.orders_product USING btree (code varchar_pattern_ops);
CREATE INDEX orders_productevent_pgh_obj_id_78772fc1 ON public.orders_productevent USING btree (pgh_obj_id);
CREATE INDEX orders_saveentry_account_id_37d9d477 ON public.orders_saveentry USING btree (account_id);
CREATE INDEX orders_saveentry_cancellation_id_83e5c219 ON public.orders_saveentry USING btree (cancellation_id);
CREATE INDEX orders_saveentry_corrects_id_1241297c ON public.orders_saveentry USING btree (corrects_id);
CREATE INDEX orders_saveentry_owner_id_88679ca0 ON public.orders_saveentry USING btree (owner_id);
CREATE INDEX orders_saveentry_subscription_id_d62bb0a3 ON public.orders_saveentry USING btree (subscription_id);
CREATE INDEX orders_subscription_account_id_43c91dc5 ON public.orders_subscription USING btree (account_id);
CREATE INDEX orders_subscription_order_line_id_2cab0f77 ON public.orders_subscription USING btree (order_line_id);
CREATE INDEX orders_subscription_product_id_cdfe4407 ON public.orders_subscription USING btree (product_id);
CREATE INDEX orders_subscriptionevent_account_id_bdebeb19 ON public.orders_subscriptionevent USING btree (account_id);
CREATE INDEX orders_subscriptionevent_order_line_id_acc61a28 ON public.orders_subscriptionevent USING btree (order_line_id);
CREATE INDEX orders_subscriptionevent_pgh_obj_id_6bb4bf38 ON public.orders_subscriptionevent USING btree (pgh_obj_id);
CREATE INDEX orders_subscriptionevent_product_id_d19a8a13 ON public.orders_subscriptionevent USING btree (product_id);
CREATE INDEX override_contact ON public.directory_override USING btree (contact_id, ends_at DESC);
CREATE INDEX ownmail_listed ON public.channels_ownmail USING btree (mailbox_id, state, at DESC);
CREATE INDEX ownmailbox_due ON public.channels_ownmailbox USING btree (next_look_at) WHERE (NOT (secret = ''::text));
CREATE UNIQUE INDEX ownrule_once ON public.channels_ownrule USING btree (person_id, effect, covers, lower((value)::text));
CREATE INDEX parked_open ON public.kit_parked USING btree (person_id, id DESC) WHERE (taken_at IS NULL);
CREATE INDEX person_team_active ON public.team_person USING btree (team_id, is_active);
CREATE INDEX pipeline_lead_account_id_c9d3cb27 ON public.pipeline_lead USING btree (account_id);
CREATE INDEX pipeline_lead_contact_id_2e502dd3 ON public.pipeline_lead USING btree (contact_id);
CREATE INDEX pipeline_lead_message_id_293e2c36 ON public.pipeline_lead USING btree (message_id);
CREATE INDEX pipeline_lead_owner_id_54a0b58b ON public.pipeline_lead USING btree (owner_id);
CREATE INDEX pipeline_leadevent_account_id_a50a02a3 ON public.pipeline_leadevent USING btree (account_id);
CREATE INDEX pipeline_leadevent_contact_id_e39a1787 ON public.pipeline_leadevent USING btree (contact_id);
CREATE INDEX pipeline_leadevent_message_id_ee7250ee ON public.pipeline_leadevent USING btree (message_id);
CREATE INDEX pipeline_leadevent_owner_id_0bf0abf1 ON public.pipeline_leadevent USING btree (owner_id);
CREATE INDEX pipeline_leadevent_pgh_obj_id_d43eb760 ON public.pipeline_leadevent USING btree (pgh_obj_id);
CREATE INDEX pipeline_opportunity_account_id_fb3875c5 ON public.pipeline_opportunity USING btree (account_id);
CREATE INDEX pipeline_opportunity_contact_id_2cb390de ON public.pipeline_opportunity USING btree (contact_id);
CREATE INDEX pipeline_opportunity_owner_id_8f4fd814 ON public.pipeline_opportunity USING btree (owner_id);
CREATE INDEX pipeline_opportunityevent_account_id_34eaf344 ON public.pipeline_opportunityevent USING btree (account_id);
CREATE INDEX pipeline_opportunityevent_contact_id_025a9e9a ON public.pipeline_opportunityevent USING btree (contact_id);
CREATE INDEX pipeline_opportunityevent_lead_id_4e848679 ON public.pipeline_opportunityevent USING btree (lead_id);
CREATE INDEX pipeline_opportunityevent_owner_id_c913abe5 ON public.pipeline_opportunityevent USING btree (owner_id);
CREATE INDEX pipeline_opportunityevent_pgh_obj_id_73e3939c ON public.pipeline_opportunityevent USING btree (pgh_obj_id);
CREATE INDEX presence_at ON public.kit_presence USING btree (at);
CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);
CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));
CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);
CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);
CREATE INDEX product_name ON public.orders_product USING btree (name, id);
CREATE INDEX project_account ON public.work_project USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX project_open_owner ON public.work_project USING btree (owner_id, id) WHERE ((state)::text = 'open'::text);
CREATE INDEX promise_contact ON public.work_promise USING btree (contact_id) WHERE (contact_id IS NOT NULL);
CREATE INDEX promise_open ON public.work_promise USING btree (id) WHERE ((state)::text = 'open'::text);
CREATE UNIQUE INDEX relation_once ON public.directory_relation USING btree (account_id, partner_id, region, category_id) NULLS NOT DISTINCT WHERE (ended_on IS NULL);
CREATE INDEX relation_partner ON public.directory_relation USING btree (partner_id, region);
CREATE UNIQUE INDEX relationcategory_once ON public.directory_relationcategory USING btree (lower((name)::text));
CREATE INDEX reminder_due ON public.calendar_reminder USING btree (due_at) WHERE (told_at IS NULL);
CREATE INDEX reviewnote_of ON public.board_reviewnote USING btree (review_id, id);
CREATE INDEX run_active ON public.core_run USING btree (touched_at) WHERE ((state)::text = ANY ((ARRAY['waiting'::character varying, 'working'::character varying])::text[]));
CREATE INDEX run_person ON public.core_run USING btree (person_id, id DESC);
CREATE INDEX runtarget_outcome ON public.core_runtarget USING btree (run_id, outcome, "position");
CREATE INDEX runtarget_waiting ON public.core_runtarget USING btree (run_id, "position") WHERE ((outcome)::text = 'waiting'::text);
CREATE INDEX savedview_page ON public.kit_savedview USING btree (page, id) WHERE (deleted_at IS NULL);
CREATE INDEX saveentry_account ON public.orders_saveentry USING btree (account_id, id);
CREATE INDEX saveentry_booked ON public.orders_saveentry USING btree (booked_on, id);
CREATE INDEX saveentry_case ON public.orders_saveentry USING btree (cancellation_id);
CREATE INDEX schedule_due ON public.kit_schedule USING btree (next_at) WHERE ((ended_at IS NULL) AND (paused_at IS NULL));
CREATE INDEX search_begins ON public.core_searchentry USING btree (short) WHERE named;
CREATE INDEX search_body ON public.core_searchentry USING gin (body) WITH (fastupdate=off);
CREATE INDEX search_mine ON public.core_searchentry USING btree (owner_id, short) WHERE named;
CREATE INDEX search_stale ON public.core_searchentry USING btree (id) WHERE stale;
CREATE INDEX search_word_near ON public.core_searchword USING gin (word public.gin_trgm_ops) WITH (fastupdate=off) WHERE spelled;
CREATE INDEX search_words ON public.core_searchentry USING gin (words) WITH (fastupdate=off);
CREATE UNIQUE INDEX servicelevel_once ON public.work_servicelevel USING btree (kind, team_id, tier) NULLS NOT DISTINCT WHERE (ends_on IS NULL);
CREATE INDEX subscription_account ON public.orders_subscription USING btree (account_id, id DESC);
CREATE INDEX subscription_term ON public.orders_subscription USING btree (term_end_on, id);
CREATE INDEX task_account ON public.work_task USING btree (account_id, id DESC);
CREATE INDEX task_due ON public.work_task USING btree (due_at, id);
CREATE UNIQUE INDEX task_one_open_a_source ON public.work_task USING btree (source_kind, source_id, kind, owner_id, team_id) NULLS NOT DISTINCT WHERE ((source_id IS NOT NULL) AND ((state)::text = 'open'::text));
CREATE INDEX task_open_owner ON public.work_task USING btree (owner_id, due_at) WHERE ((state)::text = 'open'::text);
CREATE INDEX task_open_team ON public.work_task USING btree (team_id, due_at) WHERE ((state)::text = 'open'::text);
CREATE INDEX task_source ON public.work_task USING btree (source_kind, source_id) WHERE (source_id IS NOT NULL);
CREATE INDEX team_absence_cover_id_dc5ead45 ON public.team_absence USING btree (cover_id);
CREATE INDEX team_absence_person_id_4a537e3d ON public.team_absence USING btree (person_id);
CREATE INDEX team_absenceevent_cover_id_6ca6dee2 ON public.team_absenceevent USING btree (cover_id);
CREATE INDEX team_absenceevent_person_id_cb857090 ON public.team_absenceevent USING btree (person_id);
CREATE INDEX team_absenceevent_pgh_obj_id_9d6ac827 ON public.team_absenceevent USING btree (pgh_obj_id);
CREATE INDEX team_grantevent_pgh_obj_id_c843ff7a ON public.team_grantevent USING btree (pgh_obj_id);
CREATE INDEX team_holidayevent_pgh_obj_id_276bf4df ON public.team_holidayevent USING btree (pgh_obj_id);
CREATE INDEX team_leaving_person_id_425eec6a ON public.team_leaving USING btree (person_id);
CREATE INDEX team_leaving_successor_id_3a1feced ON public.team_leaving USING btree (successor_id);
CREATE INDEX team_leavingevent_person_id_3098f87e ON public.team_leavingevent USING btree (person_id);
CREATE INDEX team_leavingevent_pgh_obj_id_fb35713f ON public.team_leavingevent USING btree (pgh_obj_id);
CREATE INDEX team_leavingevent_successor_id_ba0cb5ad ON public.team_leavingevent USING btree (successor_id);
CREATE INDEX team_leavingmove_leaving_id_db8def16 ON public.team_leavingmove USING btree (leaving_id);
CREATE INDEX team_leavingmove_to_id_574bfcb8 ON public.team_leavingmove USING btree (to_id);
CREATE INDEX team_leavingrule_leaving_id_2b465082 ON public.team_leavingrule USING btree (leaving_id);
CREATE INDEX team_leavingrule_person_id_f5592710 ON public.team_leavingrule USING btree (person_id);
CREATE INDEX team_leavingrule_pool_id_02881d29 ON public.team_leavingrule USING btree (pool_id);
CREATE INDEX team_leavingruleevent_leaving_id_2e46297e ON public.team_leavingruleevent USING btree (leaving_id);
CREATE INDEX team_leavingruleevent_person_id_1131b3dd ON public.team_leavingruleevent USING btree (person_id);
CREATE INDEX team_leavingruleevent_pgh_obj_id_718c965b ON public.team_leavingruleevent USING btree (pgh_obj_id);
CREATE INDEX team_leavingruleevent_pool_id_a42f482b ON public.team_leavingruleevent USING btree (pool_id);
CREATE INDEX team_mention_person_id_33854318 ON public.team_mention USING btree (person_id);
CREATE INDEX team_noticechoice_person_id_2f047ac7 ON public.team_noticechoice USING btree (person_id);
CREATE INDEX team_noticechoice_team_id_a8812127 ON public.team_noticechoice USING btree (team_id);
CREATE INDEX team_noticechoiceevent_person_id_3507bd6e ON public.team_noticechoiceevent USING btree (person_id);
CREATE INDEX team_noticechoiceevent_pgh_obj_id_dd5c0819 ON public.team_noticechoiceevent USING btree (pgh_obj_id);
CREATE INDEX team_noticechoiceevent_team_id_38310b72 ON public.team_noticechoiceevent USING btree (team_id);
CREATE INDEX team_person_email_3f8644ca_like ON public.team_person USING btree (email varchar_pattern_ops);
CREATE INDEX team_person_team_id_6f3ebd00 ON public.team_person USING btree (team_id);
CREATE INDEX team_personevent_pgh_obj_id_32ffaff7 ON public.team_personevent USING btree (pgh_obj_id);
CREATE INDEX team_personevent_team_id_cb8e7e6b ON public.team_personevent USING btree (team_id);
CREATE INDEX team_personrole_person_id_2bc10e7b ON public.team_personrole USING btree (person_id);
CREATE INDEX team_personroleevent_person_id_1cdcc2e3 ON public.team_personroleevent USING btree (person_id);
CREATE INDEX team_personroleevent_pgh_obj_id_507acd33 ON public.team_personroleevent USING btree (pgh_obj_id);
CREATE INDEX team_pool_name_24821ef5_like ON public.team_pool USING btree (name varchar_pattern_ops);
CREATE INDEX team_poolevent_pgh_obj_id_c640e14b ON public.team_poolevent USING btree (pgh_obj_id);
CREATE INDEX team_poolmember_person_id_bc92d037 ON public.team_poolmember USING btree (person_id);
CREATE INDEX team_poolmember_pool_id_387a6c67 ON public.team_poolmember USING btree (pool_id);
CREATE INDEX team_poolmemberevent_person_id_7ff2e4fb ON public.team_poolmemberevent USING btree (person_id);
CREATE INDEX team_poolmemberevent_pgh_obj_id_3294c4c4 ON public.team_poolmemberevent USING btree (pgh_obj_id);
CREATE INDEX team_poolmemberevent_pool_id_5ccef60b ON public.team_poolmemberevent USING btree (pool_id);
CREATE INDEX team_quiettimeevent_person_id_0c840956 ON public.team_quiettimeevent USING btree (person_id);
CREATE INDEX team_quiettimeevent_pgh_obj_id_783c0efc ON public.team_quiettimeevent USING btree (pgh_obj_id);
CREATE INDEX team_session_expire_date_f57c1f12 ON public.team_session USING btree (expire_date);
CREATE INDEX team_session_person_id_9de5f66a ON public.team_session USING btree (person_id);
CREATE INDEX team_session_session_key_56fe8aad_like ON public.team_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX team_settingevent_pgh_obj_id_46592195 ON public.team_settingevent USING btree (pgh_obj_id);
CREATE INDEX team_signin_person_id_2e90f7a3 ON public.team_signin USING btree (person_id);
CREATE INDEX team_signin_session_key_d07a57a6_like ON public.team_signin USING btree (session_key varchar_pattern_ops);
CREATE INDEX team_skippedstep_name_2d1633f6_like ON public.team_skippedstep USING btree (name varchar_pattern_ops);
CREATE INDEX team_skippedstepevent_pgh_obj_id_d9f1834c ON public.team_skippedstepevent USING btree (pgh_obj_id);
CREATE INDEX team_team_manager_id_5c49fe66 ON public.team_team USING btree (manager_id);
CREATE INDEX team_team_name_b365d91c_like ON public.team_team USING btree (name varchar_pattern_ops);
CREATE INDEX team_teamevent_manager_id_0ac60a8e ON public.team_teamevent USING btree (manager_id);
CREATE INDEX team_teamevent_pgh_obj_id_f303ce8d ON public.team_teamevent USING btree (pgh_obj_id);
CREATE INDEX team_territory_name_d8c9bf2a_like ON public.team_territory USING btree (name varchar_pattern_ops);
CREATE INDEX team_territorychange_published_by_id_8b3301ad ON public.team_territorychange USING btree (published_by_id);
CREATE INDEX team_territorychangeevent_pgh_obj_id_4189d791 ON public.team_territorychangeevent USING btree (pgh_obj_id);
CREATE INDEX team_territorychangeevent_published_by_id_b98e45e7 ON public.team_territorychangeevent USING btree (published_by_id);
CREATE INDEX team_territoryevent_pgh_obj_id_875ed828 ON public.team_territoryevent USING btree (pgh_obj_id);
CREATE INDEX team_territoryholder_change_id_63581299 ON public.team_territoryholder USING btree (change_id);
CREATE INDEX team_territoryholder_ended_by_id_4fd79311 ON public.team_territoryholder USING btree (ended_by_id);
CREATE INDEX team_territoryholder_person_id_bb67a262 ON public.team_territoryholder USING btree (person_id);
CREATE INDEX team_territoryholder_pool_id_fe764d21 ON public.team_territoryholder USING btree (pool_id);
CREATE INDEX team_territoryholder_territory_id_b855b93f ON public.team_territoryholder USING btree (territory_id);
CREATE INDEX team_territoryholderevent_change_id_9d4b697c ON public.team_territoryholderevent USING btree (change_id);
CREATE INDEX team_territoryholderevent_ended_by_id_90e018bf ON public.team_territoryholderevent USING btree (ended_by_id);
CREATE INDEX team_territoryholderevent_person_id_d8256825 ON public.team_territoryholderevent USING btree (person_id);
CREATE INDEX team_territoryholderevent_pgh_obj_id_7a63a02e ON public.team_territoryholderevent USING btree (pgh_obj_id);
CREATE INDEX team_territoryholderevent_pool_id_1c77469f ON public.team_territoryholderevent USING btree (pool_id);
CREATE INDEX team_territoryholderevent_territory_id_b4346e93 ON public.team_territoryholderevent USING btree (territory_id);
CREATE INDEX team_territoryterms_change_id_311ed057 ON public.team_territoryterms USING btree (change_id);
CREATE INDEX team_territoryterms_ended_by_id_7c75db93 ON public.team_territoryterms USING btree (ended_by_id);
CREATE INDEX team_territoryterms_territory_id_4509c2ce ON public.team_territoryterms USING btree (territory_id);
CREATE INDEX team_territorytermsevent_change_id_f75fe60e ON public.team_territorytermsevent USING btree (change_id);
CREATE INDEX team_territorytermsevent_ended_by_id_48efcc26 ON public.team_territorytermsevent USING btree (ended_by_id);
CREATE INDEX team_territorytermsevent_pgh_obj_id_ccbec437 ON public.team_territorytermsevent USING btree (pgh_obj_id);
CREATE INDEX team_territorytermsevent_territory_id_775b2aa3 ON public.team_territorytermsevent USING btree (territory_id);
CREATE INDEX team_workhours_person_id_aaf55ee0 ON public.team_workhours USING btree (person_id);
CREATE INDEX team_workhoursevent_person_id_879bb32f ON public.team_workhoursevent USING btree (person_id);
CREATE INDEX team_workhoursevent_pgh_obj_id_a4498c3c ON public.team_workhoursevent USING btree (pgh_obj_id);
CREATE INDEX territorymove_waiting ON public.directory_territorymove USING btree (change_id, id) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX timeline_person ON public.core_timelineentry USING btree (person_id, at DESC, id DESC);
CREATE INDEX timeline_pinned ON public.core_timelineentry USING btree (root_id) WHERE pinned;
CREATE INDEX timeline_ref ON public.core_timelineentry USING btree (ref_kind, ref_id);
CREATE INDEX timeline_root ON public.core_timelineentry USING btree (root_id, at DESC, id);
CREATE INDEX used_last ON public.kit_used USING btree (person_id, last_at DESC);
CREATE INDEX work_anchor_account_id_4ab63b54 ON public.work_anchor USING btree (account_id);
CREATE INDEX work_anchor_after_id_66b32a38 ON public.work_anchor USING btree (after_id);
CREATE INDEX work_anchor_owner_id_bc406a1d ON public.work_anchor USING btree (owner_id);
CREATE INDEX work_anchorevent_account_id_3961e155 ON public.work_anchorevent USING btree (account_id);
CREATE INDEX work_anchorevent_after_id_5f3c6a93 ON public.work_anchorevent USING btree (after_id);
CREATE INDEX work_anchorevent_owner_id_db0a08fd ON public.work_anchorevent USING btree (owner_id);
CREATE INDEX work_anchorevent_pgh_obj_id_25261d04 ON public.work_anchorevent USING btree (pgh_obj_id);
CREATE INDEX work_approval_account_id_1108821f ON public.work_approval USING btree (account_id);
CREATE INDEX work_approval_asked_by_id_066a474c ON public.work_approval USING btree (asked_by_id);
CREATE INDEX work_approvalevent_account_id_6db8cd55 ON public.work_approvalevent USING btree (account_id);
CREATE INDEX work_approvalevent_asked_by_id_e503da5e ON public.work_approvalevent USING btree (asked_by_id);
CREATE INDEX work_approvalevent_pgh_obj_id_832757ec ON public.work_approvalevent USING btree (pgh_obj_id);
CREATE INDEX work_approvalevent_task_id_7a7a6463 ON public.work_approvalevent USING btree (task_id);
CREATE INDEX work_approvalrule_backup_id_a6b4545d ON public.work_approvalrule USING btree (backup_id);
CREATE INDEX work_approvalrule_person_id_ffbc115f ON public.work_approvalrule USING btree (person_id);
CREATE INDEX work_approvalruleevent_backup_id_68783a20 ON public.work_approvalruleevent USING btree (backup_id);
CREATE INDEX work_approvalruleevent_person_id_036b71a1 ON public.work_approvalruleevent USING btree (person_id);
CREATE INDEX work_approvalruleevent_pgh_obj_id_f888db9c ON public.work_approvalruleevent USING btree (pgh_obj_id);
CREATE INDEX work_approvalstep_approval_id_ea53a4f3 ON public.work_approvalstep USING btree (approval_id);
CREATE INDEX work_approvalstep_decided_by_id_c4399ef7 ON public.work_approvalstep USING btree (decided_by_id);
CREATE INDEX work_approvalstep_rule_id_f1cb8a35 ON public.work_approvalstep USING btree (rule_id);
CREATE INDEX work_approvalstep_sent_to_id_3fc5f379 ON public.work_approvalstep USING btree (sent_to_id);
CREATE INDEX work_approvalstepevent_approval_id_b8006766 ON public.work_approvalstepevent USING btree (approval_id);
CREATE INDEX work_approvalstepevent_decided_by_id_fb48a634 ON public.work_approvalstepevent USING btree (decided_by_id);
CREATE INDEX work_approvalstepevent_pgh_obj_id_d67a2b40 ON public.work_approvalstepevent USING btree (pgh_obj_id);
CREATE INDEX work_approvalstepevent_rule_id_19bc1b04 ON public.work_approvalstepevent USING btree (rule_id);
CREATE INDEX work_approvalstepevent_sent_to_id_cc9a8355 ON public.work_approvalstepevent USING btree (sent_to_id);
CREATE INDEX work_clock_level_id_4f18f34c ON public.work_clock USING btree (level_id);
CREATE INDEX work_clock_team_id_cc7f261f ON public.work_clock USING btree (team_id);
CREATE INDEX work_clockevent_level_id_ad726ee1 ON public.work_clockevent USING btree (level_id);
CREATE INDEX work_clockevent_pgh_obj_id_1f9a2f90 ON public.work_clockevent USING btree (pgh_obj_id);
CREATE INDEX work_clockevent_team_id_0e453c51 ON public.work_clockevent USING btree (team_id);
CREATE INDEX work_deadline_anchor_id_570f4297 ON public.work_deadline USING btree (anchor_id);
CREATE INDEX work_deadlineevent_anchor_id_580242f3 ON public.work_deadlineevent USING btree (anchor_id);
CREATE INDEX work_deadlineevent_pgh_obj_id_8c20c825 ON public.work_deadlineevent USING btree (pgh_obj_id);
CREATE INDEX work_deadlineevent_task_id_cd858ee4 ON public.work_deadlineevent USING btree (task_id);
CREATE INDEX work_handoff_accepted_by_id_455b6255 ON public.work_handoff USING btree (accepted_by_id);
CREATE INDEX work_handoff_account_id_e42a5171 ON public.work_handoff USING btree (account_id);
CREATE INDEX work_handoff_contact_id_eb354355 ON public.work_handoff USING btree (contact_id);
CREATE INDEX work_handoff_requested_by_id_e28c84c0 ON public.work_handoff USING btree (requested_by_id);
CREATE INDEX work_handoff_team_id_98117a25 ON public.work_handoff USING btree (team_id);
CREATE INDEX work_handoffevent_accepted_by_id_7a04ed9a ON public.work_handoffevent USING btree (accepted_by_id);
CREATE INDEX work_handoffevent_account_id_d63a8386 ON public.work_handoffevent USING btree (account_id);
CREATE INDEX work_handoffevent_contact_id_df8a19f4 ON public.work_handoffevent USING btree (contact_id);
CREATE INDEX work_handoffevent_pgh_obj_id_7f7107b2 ON public.work_handoffevent USING btree (pgh_obj_id);
CREATE INDEX work_handoffevent_requested_by_id_cdbe5275 ON public.work_handoffevent USING btree (requested_by_id);
CREATE INDEX work_handoffevent_resolution_id_31d5101c ON public.work_handoffevent USING btree (resolution_id);
CREATE INDEX work_handoffevent_response_id_a53dbca5 ON public.work_handoffevent USING btree (response_id);
CREATE INDEX work_handoffevent_task_id_bf79558d ON public.work_handoffevent USING btree (task_id);
CREATE INDEX work_handoffevent_team_id_4fd8553e ON public.work_handoffevent USING btree (team_id);
CREATE INDEX work_handoffletter_handoff_id_0514ad4a ON public.work_handoffletter USING btree (handoff_id);
CREATE INDEX work_handoffreply_handoff_id_89e1dc93 ON public.work_handoffreply USING btree (handoff_id);
CREATE INDEX work_handoffstep_handoff_id_3a5befa5 ON public.work_handoffstep USING btree (handoff_id);
CREATE INDEX work_handoffstep_person_id_9f70fbd3 ON public.work_handoffstep USING btree (person_id);
CREATE INDEX work_handoffstepevent_handoff_id_e0f6ef9d ON public.work_handoffstepevent USING btree (handoff_id);
CREATE INDEX work_handoffstepevent_person_id_890c16f2 ON public.work_handoffstepevent USING btree (person_id);
CREATE INDEX work_handoffstepevent_pgh_obj_id_9cd9b301 ON public.work_handoffstepevent USING btree (pgh_obj_id);
CREATE INDEX work_improvement_person_id_b4d792f9 ON public.work_improvement USING btree (person_id);
CREATE INDEX work_improvement_team_id_77961b73 ON public.work_improvement USING btree (team_id);
CREATE INDEX work_improvementevent_person_id_20c7b0ba ON public.work_improvementevent USING btree (person_id);
CREATE INDEX work_improvementevent_pgh_obj_id_45dc45b2 ON public.work_improvementevent USING btree (pgh_obj_id);
CREATE INDEX work_improvementevent_team_id_fb0b3690 ON public.work_improvementevent USING btree (team_id);
CREATE INDEX work_project_account_id_41adcbd0 ON public.work_project USING btree (account_id);
CREATE INDEX work_project_anchor_id_1e532bc6 ON public.work_project USING btree (anchor_id);
CREATE INDEX work_project_owner_id_84c97f90 ON public.work_project USING btree (owner_id);
CREATE INDEX work_project_template_id_237e1feb ON public.work_project USING btree (template_id);
CREATE INDEX work_projectevent_account_id_677d6131 ON public.work_projectevent USING btree (account_id);
CREATE INDEX work_projectevent_anchor_id_786ecaf8 ON public.work_projectevent USING btree (anchor_id);
CREATE INDEX work_projectevent_owner_id_f0413a7c ON public.work_projectevent USING btree (owner_id);
CREATE INDEX work_projectevent_pgh_obj_id_3e0573b4 ON public.work_projectevent USING btree (pgh_obj_id);
CREATE INDEX work_projectevent_template_id_b8f60fef ON public.work_projectevent USING btree (template_id);
CREATE INDEX work_projectstep_project_id_24f36b82 ON public.work_projectstep USING btree (project_id);
CREATE INDEX work_projectstepevent_pgh_obj_id_97b21236 ON public.work_projectstepevent USING btree (pgh_obj_id);
CREATE INDEX work_projectstepevent_project_id_c10d30cd ON public.work_projectstepevent USING btree (project_id);
CREATE INDEX work_projectstepevent_task_id_40a2d90e ON public.work_projectstepevent USING btree (task_id);
CREATE INDEX work_projecttemplate_owner_id_a9463421 ON public.work_projecttemplate USING btree (owner_id);
CREATE INDEX work_projecttemplateevent_owner_id_fcde3b6e ON public.work_projecttemplateevent USING btree (owner_id);
CREATE INDEX work_projecttemplateevent_pgh_obj_id_77346290 ON public.work_projecttemplateevent USING btree (pgh_obj_id);
CREATE INDEX work_promise_contact_id_ffa01409 ON public.work_promise USING btree (contact_id);
CREATE INDEX work_promise_promised_by_id_1067d3c0 ON public.work_promise USING btree (promised_by_id);
CREATE INDEX work_promise_team_id_3dc24faa ON public.work_promise USING btree (team_id);
CREATE INDEX work_promiseevent_contact_id_0acee88e ON public.work_promiseevent USING btree (contact_id);
CREATE INDEX work_promiseevent_pgh_obj_id_188c654b ON public.work_promiseevent USING btree (pgh_obj_id);
CREATE INDEX work_promiseevent_promised_by_id_3ad1874e ON public.work_promiseevent USING btree (promised_by_id);
CREATE INDEX work_promiseevent_task_id_eb1633a8 ON public.work_promiseevent USING btree (task_id);
CREATE INDEX work_promiseevent_team_id_5b011956 ON public.work_promiseevent USING btree (team_id);
CREATE INDEX work_servicelevel_team_id_0b6e56a8 ON public.work_servicelevel USING btree (team_id);
CREATE INDEX work_servicelevelevent_pgh_obj_id_3903aa45 ON public.work_servicelevelevent USING btree (pgh_obj_id);
CREATE INDEX work_servicelevelevent_team_id_e65f2f68 ON public.work_servicelevelevent USING btree (team_id);
CREATE INDEX work_steptie_step_id_88c3801d ON public.work_steptie USING btree (step_id);
CREATE INDEX work_steptie_waits_for_id_19303578 ON public.work_steptie USING btree (waits_for_id);
CREATE INDEX work_steptieevent_pgh_obj_id_d8f5b66c ON public.work_steptieevent USING btree (pgh_obj_id);
CREATE INDEX work_steptieevent_step_id_34472114 ON public.work_steptieevent USING btree (step_id);
CREATE INDEX work_steptieevent_waits_for_id_ec584446 ON public.work_steptieevent USING btree (waits_for_id);
CREATE INDEX work_task_account_id_7717a336 ON public.work_task USING btree (account_id);
CREATE INDEX work_task_created_by_id_2b386c3c ON public.work_task USING btree (created_by_id);
CREATE INDEX work_task_done_by_id_0b31e15f ON public.work_task USING btree (done_by_id);
CREATE INDEX work_task_owner_id_40f60110 ON public.work_task USING btree (owner_id);
CREATE INDEX work_task_team_id_f101b098 ON public.work_task USING btree (team_id);
CREATE INDEX work_taskevent_account_id_0c5ffc14 ON public.work_taskevent USING btree (account_id);
CREATE INDEX work_taskevent_created_by_id_fd3ea02b ON public.work_taskevent USING btree (created_by_id);
CREATE INDEX work_taskevent_done_by_id_00047169 ON public.work_taskevent USING btree (done_by_id);
CREATE INDEX work_taskevent_owner_id_46de670e ON public.work_taskevent USING btree (owner_id);
CREATE INDEX work_taskevent_pgh_obj_id_584bea30 ON public.work_taskevent USING btree (pgh_obj_id);
CREATE INDEX work_taskevent_team_id_d2b6c6c2 ON public.work_taskevent USING btree (team_id);
CREATE INDEX work_templatestep_person_id_ed6554fa ON public.work_templatestep USING btree (person_id);
CREATE INDEX work_templatestep_template_id_8184f07f ON public.work_templatestep USING btree (template_id);
CREATE INDEX work_templatestepevent_person_id_e37ad52f ON public.work_templatestepevent USING btree (person_id);
CREATE INDEX work_templatestepevent_pgh_obj_id_9a15be2e ON public.work_templatestepevent USING btree (pgh_obj_id);
CREATE INDEX work_templatestepevent_template_id_e19be7ca ON public.work_templatestepevent USING btree (template_id);
CREATE INDEX work_templatetie_step_id_619c368c ON public.work_templatetie USING btree (step_id);
CREATE INDEX work_templatetie_waits_for_id_c9cdaee3 ON public.work_templatetie USING btree (waits_for_id);
CREATE INDEX work_templatetieevent_pgh_obj_id_81504991 ON public.work_templatetieevent USING btree (pgh_obj_id);
CREATE INDEX work_templatetieevent_step_id_4fa54ed2 ON public.work_templatetieevent USING btree (step_id);
CREATE INDEX work_templatetieevent_waits_for_id_13572a50 ON public.work_templatetieevent USING btree (waits_for_id);
CREATE INDEX work_timeblock_person_id_069c232f ON public.work_timeblock USING btree (person_id);
CREATE INDEX work_timeblockevent_person_id_9f23154e ON public.work_timeblockevent USING btree (person_id);
CREATE INDEX work_timeblockevent_pgh_obj_id_c303847c ON public.work_timeblockevent USING btree (pgh_obj_id);
CREATE TRIGGER board_closetick_append_only BEFORE DELETE OR UPDATE ON public.board_closetick FOR EACH ROW EXECUTE FUNCTION public.callboard_append_only();
CREATE TRIGGER board_closetick_no_truncate BEFORE TRUNCATE ON public.board_closetick FOR EACH STATEMENT EXECUTE FUNCTION public.callboard_append_only();
CREATE TRIGGER board_dayclose_append_only BEFORE DELETE OR UPDATE ON public.board_dayclose FOR EACH ROW EXECUTE FUNCTION public.callboard_append_only();
CREATE TRIGGER board_dayclose_no_truncate BEFORE TRUNCATE ON public.board_dayclose FOR EACH STATEMENT EXECUTE FUNCTION public.callboard_append_only();
CREATE TRIGGER core_log_append_only BEFORE DELETE OR UPDATE ON public.core_log FOR EACH ROW EXECUTE FUNCTION public.callboard_log_forgets();
CREATE TRIGGER core_log_no_truncate BEFORE TRUNCATE ON public.core_log FOR EACH STATEMENT EXECUTE FUNCTION public.callboard_append_only();
CREATE TRIGGER orders_mrrentry_append_only BEFORE DELETE OR UPDATE ON public.orders_mrrentry FOR EACH ROW EXECUTE FUNCTION public.callboard_append_only();
CREATE TRIGGER orders_mrrentry_locked_day AFTER INSERT ON public.orders_mrrentry REFERENCING NEW TABLE AS posted FOR EACH STATEMENT EXECUTE FUNCTION public.orders_refuse_locked_day();
CREATE TRIGGER orders_mrrentry_no_truncate BEFORE TRUNCATE ON public.orders_mrrentry FOR EACH STATEMENT EXECUTE FUNCTION public.callboard_append_only();
CREATE TRIGGER orders_onetimeentry_append_only BEFORE DELETE OR UPDATE ON public.orders_onetimeentry FOR EACH ROW EXECUTE FUNCTION public.callboard_append_only();
CREATE TRIGGER orders_onetimeentry_locked_day AFTER INSERT ON public.orders_onetimeentry REFERENCING NEW TABLE AS posted FOR EACH STATEMENT EXECUTE FUNCTION public.orders_refuse_locked_day();
CREATE TRIGGER orders_onetimeentry_no_truncate BEFORE TRUNCATE ON public.orders_onetimeentry FOR EACH STATEMENT EXECUTE FUNCTION public.callboard_append_only();
CREATE TRIGGER orders_periodlock_append_only BEFORE DELETE OR UPDATE ON public.orders_periodlock FOR EACH ROW EXECUTE FUNCTION public.callboard_append_only();
CREATE TRIGGER orders_periodlock_no_truncate BEFORE TRUNCATE ON public.orders_periodlock FOR EACH STATEMENT EXECUTE FUNCTION public.callboard_append_only();
CREATE TRIGGER orders_saveentry_append_only BEFORE DELETE OR UPDATE ON public.orders_saveentry FOR EACH ROW EXECUTE FUNCTION public.callboard_append_only();
CREATE TRIGGER orders_saveentry_locked_day AFTER INSERT ON public.orders_saveentry REFERENCING NEW TABLE AS posted FOR EACH STATEMENT EXECUTE FUNCTION public.orders_refuse_locked_day();
CREATE TRIGGER orders_saveentry_no_truncate BEFORE TRUNCATE ON public.orders_saveentry FOR EACH STATEMENT EXECUTE FUNCTION public.callboard_append_only();
CREATE TRIGGER pgtrigger_backup_works_here_75ead AFTER INSERT OR UPDATE OF backup_id, ends_on ON public.work_approvalrule FOR EACH ROW WHEN (((new.backup_id IS NOT NULL) AND (new.ends_on IS NULL))) EXECUTE FUNCTION public.pgtrigger_backup_works_here_75ead();
COMMENT ON TRIGGER pgtrigger_backup_works_here_75ead ON public.work_approvalrule IS '6bba05fd04d22a3abcd08cf000824b18b875948f';
CREATE TRIGGER pgtrigger_cover_works_here_cf5ff AFTER INSERT OR UPDATE OF cover_id, withdrawn_at ON public.team_absence FOR EACH ROW WHEN (((new.cover_id IS NOT NULL) AND (new.withdrawn_at IS NULL))) EXECUTE FUNCTION public.pgtrigger_cover_works_here_cf5ff();
COMMENT ON TRIGGER pgtrigger_cover_works_here_cf5ff ON public.team_absence IS 'f3f56d867f2765d16bf3403645a9540550911a0b';
CREATE TRIGGER pgtrigger_delete_delete_04fd9 AFTER DELETE ON public.directory_account FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_04fd9();
COMMENT ON TRIGGER pgtrigger_delete_delete_04fd9 ON public.directory_account IS 'ecf87791cec75219d59572a74304c7355259a0a7';
CREATE TRIGGER pgtrigger_delete_delete_0abea AFTER DELETE ON public.team_setting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_0abea();
COMMENT ON TRIGGER pgtrigger_delete_delete_0abea ON public.team_setting IS 'd7e7086266bba0b4965555655c4e017930f70440';
CREATE TRIGGER pgtrigger_delete_delete_0caa7 AFTER DELETE ON public.board_contactreview FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_0caa7();
COMMENT ON TRIGGER pgtrigger_delete_delete_0caa7 ON public.board_contactreview IS '09614ecea90640f71228fdbc8cd42135380cce80';
CREATE TRIGGER pgtrigger_delete_delete_0d6d2 AFTER DELETE ON public.team_leavingrule FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_0d6d2();
COMMENT ON TRIGGER pgtrigger_delete_delete_0d6d2 ON public.team_leavingrule IS 'f9b0d27c6bd2f8b4ea85d7669ef92aadd32b38fc';
CREATE TRIGGER pgtrigger_delete_delete_0d739 AFTER DELETE ON public.work_improvement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_0d739();
COMMENT ON TRIGGER pgtrigger_delete_delete_0d739 ON public.work_improvement IS '94a9558988fcc87e5668201bd98e3646eb1d8b3c';
CREATE TRIGGER pgtrigger_delete_delete_10d2d AFTER DELETE ON public.work_clock FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_10d2d();
COMMENT ON TRIGGER pgtrigger_delete_delete_10d2d ON public.work_clock IS '344bd796ee183ecfb86065e80729c7a92a09ccb6';
CREATE TRIGGER pgtrigger_delete_delete_124b3 AFTER DELETE ON public.work_anchor FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_124b3();
COMMENT ON TRIGGER pgtrigger_delete_delete_124b3 ON public.work_anchor IS 'b3b1373aa82a4f8e8210f3b3242bbfe91ddafede';
CREATE TRIGGER pgtrigger_delete_delete_1deb6 AFTER DELETE ON public.calendar_category FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_1deb6();
COMMENT ON TRIGGER pgtrigger_delete_delete_1deb6 ON public.calendar_category IS 'd8769a2ce758546035bca209f165881292dea4a7';
CREATE TRIGGER pgtrigger_delete_delete_1e881 AFTER DELETE ON public.team_pool FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_1e881();
COMMENT ON TRIGGER pgtrigger_delete_delete_1e881 ON public.team_pool IS 'c232c46123c4b30fa99f83e9d83769149873c53d';
CREATE TRIGGER pgtrigger_delete_delete_2210a AFTER DELETE ON public.orders_subscription FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_2210a();
COMMENT ON TRIGGER pgtrigger_delete_delete_2210a ON public.orders_subscription IS '4dc9bc3c42be704625caddc4c9478ffc9fa3b397';
CREATE TRIGGER pgtrigger_delete_delete_2276e AFTER DELETE ON public.work_approval FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_2276e();
COMMENT ON TRIGGER pgtrigger_delete_delete_2276e ON public.work_approval IS '8cf70e8456478a0632e0500a1cbef391c77adb37';
CREATE TRIGGER pgtrigger_delete_delete_28cee AFTER DELETE ON public.team_leaving FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_28cee();
COMMENT ON TRIGGER pgtrigger_delete_delete_28cee ON public.team_leaving IS 'bed015602b5fb4f6d66de5a9ae1599f5c4be0c49';
CREATE TRIGGER pgtrigger_delete_delete_319e0 AFTER DELETE ON public.directory_contact FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_319e0();
COMMENT ON TRIGGER pgtrigger_delete_delete_319e0 ON public.directory_contact IS '5b8d2764b07d12d18a002cc2cbf56fabe613163f';
CREATE TRIGGER pgtrigger_delete_delete_33df6 AFTER DELETE ON public.orders_cancellation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_33df6();
COMMENT ON TRIGGER pgtrigger_delete_delete_33df6 ON public.orders_cancellation IS 'd5546f9391d63498c5d9f4111f4b855b86cea359';
CREATE TRIGGER pgtrigger_delete_delete_35920 AFTER DELETE ON public.team_personrole FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_35920();
COMMENT ON TRIGGER pgtrigger_delete_delete_35920 ON public.team_personrole IS '55482c257646cd645c4e6121cf659672e4c33640';
CREATE TRIGGER pgtrigger_delete_delete_37e3d AFTER DELETE ON public.directory_relation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_37e3d();
COMMENT ON TRIGGER pgtrigger_delete_delete_37e3d ON public.directory_relation IS '28bfa5bb9f699a76e66789715f425fd95104b23a';
CREATE TRIGGER pgtrigger_delete_delete_39914 AFTER DELETE ON public.work_steptie FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_39914();
COMMENT ON TRIGGER pgtrigger_delete_delete_39914 ON public.work_steptie IS '5e6fb327b34fd33714cd37a0ebe88cb05495e578';
CREATE TRIGGER pgtrigger_delete_delete_3c168 AFTER DELETE ON public.work_handoffstep FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_3c168();
COMMENT ON TRIGGER pgtrigger_delete_delete_3c168 ON public.work_handoffstep IS '25b2f99a7cd15f47845dbf40dc67b314b00bc1a1';
CREATE TRIGGER pgtrigger_delete_delete_4a100 AFTER DELETE ON public.team_person FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_4a100();
COMMENT ON TRIGGER pgtrigger_delete_delete_4a100 ON public.team_person IS '04daaa83c565115a75d0f8504f06be632715023c';
CREATE TRIGGER pgtrigger_delete_delete_4cc5f AFTER DELETE ON public.work_servicelevel FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_4cc5f();
COMMENT ON TRIGGER pgtrigger_delete_delete_4cc5f ON public.work_servicelevel IS '9e999fe047e7dd2e16db962616d01d8322b69c37';
CREATE TRIGGER pgtrigger_delete_delete_4f339 AFTER DELETE ON public.team_poolmember FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_4f339();
COMMENT ON TRIGGER pgtrigger_delete_delete_4f339 ON public.team_poolmember IS '783db053dad2bfb915b16e8762eeb1c21dadd960';
CREATE TRIGGER pgtrigger_delete_delete_53a9b AFTER DELETE ON public.orders_deskcheckanswer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_53a9b();
COMMENT ON TRIGGER pgtrigger_delete_delete_53a9b ON public.orders_deskcheckanswer IS '8e0fda5930cd4c1aefb5261b0010516a5ae3c3c4';
CREATE TRIGGER pgtrigger_delete_delete_56c32 AFTER DELETE ON public.work_deadline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_56c32();
COMMENT ON TRIGGER pgtrigger_delete_delete_56c32 ON public.work_deadline IS '0ceda9cc69d3659064b5a02e51ad3346a249ce96';
CREATE TRIGGER pgtrigger_delete_delete_59732 AFTER DELETE ON public.team_absence FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_59732();
COMMENT ON TRIGGER pgtrigger_delete_delete_59732 ON public.team_absence IS '773b92ee6858a52ca4c5df26b126cb30862b6983';
CREATE TRIGGER pgtrigger_delete_delete_638c4 AFTER DELETE ON public.calendar_guest FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_638c4();
COMMENT ON TRIGGER pgtrigger_delete_delete_638c4 ON public.calendar_guest IS 'c3e32f5a55c86dba3d33f54ac6c6e68a3864f46e';
CREATE TRIGGER pgtrigger_delete_delete_709b4 AFTER DELETE ON public.orders_order FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_709b4();
COMMENT ON TRIGGER pgtrigger_delete_delete_709b4 ON public.orders_order IS '013703d82fa22d026781a2e4fb97eac20bbf47eb';
CREATE TRIGGER pgtrigger_delete_delete_78cd0 AFTER DELETE ON public.team_holiday FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_78cd0();
COMMENT ON TRIGGER pgtrigger_delete_delete_78cd0 ON public.team_holiday IS '3bf35e30041f789e4692d255fa6f01bcf681fcaa';
CREATE TRIGGER pgtrigger_delete_delete_7cdb1 AFTER DELETE ON public.work_project FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_7cdb1();
COMMENT ON TRIGGER pgtrigger_delete_delete_7cdb1 ON public.work_project IS 'b31f8854d8c08a0cac972978cb6ff487730d7b5e';
CREATE TRIGGER pgtrigger_delete_delete_7f165 AFTER DELETE ON public.work_task FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_7f165();
COMMENT ON TRIGGER pgtrigger_delete_delete_7f165 ON public.work_task IS '4f6fc9045debec95b16772c4de4cbc8b3da28658';
CREATE TRIGGER pgtrigger_delete_delete_82c61 AFTER DELETE ON public.team_noticechoice FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_82c61();
COMMENT ON TRIGGER pgtrigger_delete_delete_82c61 ON public.team_noticechoice IS '83a773a9974bebf49a6fadbaaca345a2556a5230';
CREATE TRIGGER pgtrigger_delete_delete_85be3 AFTER DELETE ON public.team_quiettime FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_85be3();
COMMENT ON TRIGGER pgtrigger_delete_delete_85be3 ON public.team_quiettime IS 'd073945767ec1e25001abbf82ce5b2e7a19ad1b4';
CREATE TRIGGER pgtrigger_delete_delete_873c4 AFTER DELETE ON public.work_projecttemplate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_873c4();
COMMENT ON TRIGGER pgtrigger_delete_delete_873c4 ON public.work_projecttemplate IS '7785ea9485b3a6ddd8fa45d8176c72c4cef76241';
CREATE TRIGGER pgtrigger_delete_delete_92886 AFTER DELETE ON public.calendar_calendar FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_92886();
COMMENT ON TRIGGER pgtrigger_delete_delete_92886 ON public.calendar_calendar IS '3debd12f8eac5f508d06bb3f92ab6ab4c8b91e48';
CREATE TRIGGER pgtrigger_delete_delete_9c1cf AFTER DELETE ON public.directory_contactemail FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_9c1cf();
COMMENT ON TRIGGER pgtrigger_delete_delete_9c1cf ON public.directory_contactemail IS 'bce5b360127c543f879b113cc216a1ebedd0e887';
CREATE TRIGGER pgtrigger_delete_delete_9c6ae AFTER DELETE ON public.intake_routingrule FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_9c6ae();
COMMENT ON TRIGGER pgtrigger_delete_delete_9c6ae ON public.intake_routingrule IS 'ffb6a956ed9db62022c800eb95c95b0666e40804';
CREATE TRIGGER pgtrigger_delete_delete_9d387 AFTER DELETE ON public.team_workhours FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_9d387();
COMMENT ON TRIGGER pgtrigger_delete_delete_9d387 ON public.team_workhours IS '07930e154114591c7dedb62fa5126f812f615333';
CREATE TRIGGER pgtrigger_delete_delete_9d7d0 AFTER DELETE ON public.work_projectstep FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_9d7d0();
COMMENT ON TRIGGER pgtrigger_delete_delete_9d7d0 ON public.work_projectstep IS '6dc9600f5d2a5ac3b6ac8598c8fd6567871e9271';
CREATE TRIGGER pgtrigger_delete_delete_a351d AFTER DELETE ON public.team_territoryterms FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a351d();
COMMENT ON TRIGGER pgtrigger_delete_delete_a351d ON public.team_territoryterms IS 'e7faf14ce16bb7f6d7cace1f5606060ee65e9259';
CREATE TRIGGER pgtrigger_delete_delete_a3ac2 AFTER DELETE ON public.board_goal FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a3ac2();
COMMENT ON TRIGGER pgtrigger_delete_delete_a3ac2 ON public.board_goal IS 'a8e811921cd1078702d699d3812363b259239d8d';
CREATE TRIGGER pgtrigger_delete_delete_a6632 AFTER DELETE ON public.work_approvalrule FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a6632();
COMMENT ON TRIGGER pgtrigger_delete_delete_a6632 ON public.work_approvalrule IS 'd93a1cf9e640353f0579abc650d8d1ac1a242bfd';
CREATE TRIGGER pgtrigger_delete_delete_a8e56 AFTER DELETE ON public.work_templatetie FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a8e56();
COMMENT ON TRIGGER pgtrigger_delete_delete_a8e56 ON public.work_templatetie IS 'd5ba183586ae2975e8ec95707c76ceb61b45136e';
CREATE TRIGGER pgtrigger_delete_delete_aaaca AFTER DELETE ON public.team_territoryholder FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_aaaca();
COMMENT ON TRIGGER pgtrigger_delete_delete_aaaca ON public.team_territoryholder IS 'bf8d90a94c176b5c598e00504ecccf2756a5086b';
CREATE TRIGGER pgtrigger_delete_delete_adb55 AFTER DELETE ON public.team_grant FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_adb55();
COMMENT ON TRIGGER pgtrigger_delete_delete_adb55 ON public.team_grant IS 'b02408598b3c70e5b515fd4b72c5b81a642a7eaf';
CREATE TRIGGER pgtrigger_delete_delete_af6ab AFTER DELETE ON public.team_skippedstep FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_af6ab();
COMMENT ON TRIGGER pgtrigger_delete_delete_af6ab ON public.team_skippedstep IS '3642a097690ba9b39f86231b497b0c349f8299ac';
CREATE TRIGGER pgtrigger_delete_delete_b1253 AFTER DELETE ON public.directory_networkmembership FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_b1253();
COMMENT ON TRIGGER pgtrigger_delete_delete_b1253 ON public.directory_networkmembership IS 'eabffb45ed663a60ee68e30d4cf16fe8082cfb68';
CREATE TRIGGER pgtrigger_delete_delete_b18df AFTER DELETE ON public.directory_accountfile FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_b18df();
COMMENT ON TRIGGER pgtrigger_delete_delete_b18df ON public.directory_accountfile IS 'ac51c570f8cbd996224aa950cea0c9d355928d64';
CREATE TRIGGER pgtrigger_delete_delete_b3d1a AFTER DELETE ON public.team_territorychange FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_b3d1a();
COMMENT ON TRIGGER pgtrigger_delete_delete_b3d1a ON public.team_territorychange IS '7b4dd5d5bb9709d14be0a8664a0a4bdff68f60d3';
CREATE TRIGGER pgtrigger_delete_delete_b573d AFTER DELETE ON public.work_handoff FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_b573d();
COMMENT ON TRIGGER pgtrigger_delete_delete_b573d ON public.work_handoff IS 'f8ca6eb8da2e10876d6d95a4dd4b662aaa26f496';
CREATE TRIGGER pgtrigger_delete_delete_bc619 AFTER DELETE ON public.directory_customfield FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_bc619();
COMMENT ON TRIGGER pgtrigger_delete_delete_bc619 ON public.directory_customfield IS 'b9b1283b7a5cadeff81d3a61339a897a23e6ed2b';
CREATE TRIGGER pgtrigger_delete_delete_bd02c AFTER DELETE ON public.work_templatestep FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_bd02c();
COMMENT ON TRIGGER pgtrigger_delete_delete_bd02c ON public.work_templatestep IS '1b64d8df84475f003b6f7ca9793e6a20ba39b3fd';
CREATE TRIGGER pgtrigger_delete_delete_c16ec AFTER DELETE ON public.directory_term FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_c16ec();
COMMENT ON TRIGGER pgtrigger_delete_delete_c16ec ON public.directory_term IS 'ff28f6f27b235f04c83a0c53a205ecba6c55bb5b';
CREATE TRIGGER pgtrigger_delete_delete_c358f AFTER DELETE ON public.team_team FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_c358f();
COMMENT ON TRIGGER pgtrigger_delete_delete_c358f ON public.team_team IS '650470d7a7b395458047c235588fcb471bee1deb';
CREATE TRIGGER pgtrigger_delete_delete_c4bb7 AFTER DELETE ON public.calendar_event FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_c4bb7();
COMMENT ON TRIGGER pgtrigger_delete_delete_c4bb7 ON public.calendar_event IS 'd90fbffcb0e52c2b75e1eb038ee2448a7f387f31';
CREATE TRIGGER pgtrigger_delete_delete_c9f88 AFTER DELETE ON public.work_promise FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_c9f88();
COMMENT ON TRIGGER pgtrigger_delete_delete_c9f88 ON public.work_promise IS '4656d5d07fe70eb974f33265c48a53a01e62e7dd';
CREATE TRIGGER pgtrigger_delete_delete_d0750 AFTER DELETE ON public.pipeline_lead FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_d0750();
COMMENT ON TRIGGER pgtrigger_delete_delete_d0750 ON public.pipeline_lead IS '62ed516c6036380e430d5ba489dd64ed00ba158b';
CREATE TRIGGER pgtrigger_delete_delete_d81dd AFTER DELETE ON public.directory_callingwindow FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_d81dd();
COMMENT ON TRIGGER pgtrigger_delete_delete_d81dd ON public.directory_callingwindow IS '6a08011903944d83fb2a067b4fbeac70eb94bf1a';
CREATE TRIGGER pgtrigger_delete_delete_dfb51 AFTER DELETE ON public.orders_orderline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_dfb51();
COMMENT ON TRIGGER pgtrigger_delete_delete_dfb51 ON public.orders_orderline IS 'bed68ca87382c966a31187728acfada5cf8c2b99';
CREATE TRIGGER pgtrigger_delete_delete_e2929 AFTER DELETE ON public.directory_location FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_e2929();
COMMENT ON TRIGGER pgtrigger_delete_delete_e2929 ON public.directory_location IS 'f42a5a2ea4b6333a0cd10585377d82a608b39aba';
CREATE TRIGGER pgtrigger_delete_delete_e5f50 AFTER DELETE ON public.journal_notetemplate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_e5f50();
COMMENT ON TRIGGER pgtrigger_delete_delete_e5f50 ON public.journal_notetemplate IS 'd3d7abff74612eaa2602529fc406b1f5ffef2247';
CREATE TRIGGER pgtrigger_delete_delete_e7ea3 AFTER DELETE ON public.orders_product FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_e7ea3();
COMMENT ON TRIGGER pgtrigger_delete_delete_e7ea3 ON public.orders_product IS '2b2adf1199d73f742e010132aa6986b91e1a3a63';
CREATE TRIGGER pgtrigger_delete_delete_e8777 AFTER DELETE ON public.work_approvalstep FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_e8777();
COMMENT ON TRIGGER pgtrigger_delete_delete_e8777 ON public.work_approvalstep IS '2a8365e683d039a0544e9f7aac5d2fbfc6206d0f';
CREATE TRIGGER pgtrigger_delete_delete_eacae AFTER DELETE ON public.team_territory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_eacae();
COMMENT ON TRIGGER pgtrigger_delete_delete_eacae ON public.team_territory IS '298a62fb637f593bfa20125ea583a2b5b0907188';
CREATE TRIGGER pgtrigger_delete_delete_f015b AFTER DELETE ON public.journal_interaction FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f015b();
COMMENT ON TRIGGER pgtrigger_delete_delete_f015b ON public.journal_interaction IS '1991482aa872a773caaf532d7d6824b22dee426a';
CREATE TRIGGER pgtrigger_delete_delete_f21cf AFTER DELETE ON public.pipeline_opportunity FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f21cf();
COMMENT ON TRIGGER pgtrigger_delete_delete_f21cf ON public.pipeline_opportunity IS '74ee2f5449432b5fbdb3f0e3b7c14936f56629eb';
CREATE TRIGGER pgtrigger_delete_delete_f5b54 AFTER DELETE ON public.directory_contactphone FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f5b54();
COMMENT ON TRIGGER pgtrigger_delete_delete_f5b54 ON public.directory_contactphone IS '912376a92a539684196e23a9e4812f114e0aaa47';
CREATE TRIGGER pgtrigger_delete_delete_f7ad8 AFTER DELETE ON public.work_timeblock FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f7ad8();
COMMENT ON TRIGGER pgtrigger_delete_delete_f7ad8 ON public.work_timeblock IS '1b776fd7382be58baa4f4bf0b941a3d39232413d';
CREATE TRIGGER pgtrigger_delete_delete_f924e AFTER DELETE ON public.directory_territoryaccount FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f924e();
COMMENT ON TRIGGER pgtrigger_delete_delete_f924e ON public.directory_territoryaccount IS 'd7ce1c0f13416577199c29f15ef5aa9fcfa9a025';
CREATE TRIGGER pgtrigger_insert_insert_01942 AFTER INSERT ON public.work_servicelevel FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_01942();
COMMENT ON TRIGGER pgtrigger_insert_insert_01942 ON public.work_servicelevel IS '0eec0a108c7f21e9900a56cb637f4a8457b7b910';
CREATE TRIGGER pgtrigger_insert_insert_0525d AFTER INSERT ON public.work_task FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_0525d();
COMMENT ON TRIGGER pgtrigger_insert_insert_0525d ON public.work_task IS '44e049587c93ab21c7b72bbfdb5d87ec5c9b9e87';
CREATE TRIGGER pgtrigger_insert_insert_05625 AFTER INSERT ON public.work_approval FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_05625();
COMMENT ON TRIGGER pgtrigger_insert_insert_05625 ON public.work_approval IS 'b1c687f82757916a6c5f2b03d9103a2eb0f7957f';
CREATE TRIGGER pgtrigger_insert_insert_12d4b AFTER INSERT ON public.orders_subscription FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_12d4b();
COMMENT ON TRIGGER pgtrigger_insert_insert_12d4b ON public.orders_subscription IS 'ef1fb86a0f473a52fb49c9abd0ed067b38e70a5f';
CREATE TRIGGER pgtrigger_insert_insert_1391f AFTER INSERT ON public.team_territoryholder FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_1391f();
COMMENT ON TRIGGER pgtrigger_insert_insert_1391f ON public.team_territoryholder IS '87948e46a99753c1392183ad255e2fd673c27b45';
CREATE TRIGGER pgtrigger_insert_insert_18927 AFTER INSERT ON public.orders_product FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_18927();
COMMENT ON TRIGGER pgtrigger_insert_insert_18927 ON public.orders_product IS 'e4231c739cb91bea612d6e2a6ea059c4a13a4443';
CREATE TRIGGER pgtrigger_insert_insert_1980a AFTER INSERT ON public.team_personrole FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_1980a();
COMMENT ON TRIGGER pgtrigger_insert_insert_1980a ON public.team_personrole IS '00bc673fd9dd31a7afadb8c6f8a4bbec76b914df';
CREATE TRIGGER pgtrigger_insert_insert_28377 AFTER INSERT ON public.team_quiettime FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_28377();
COMMENT ON TRIGGER pgtrigger_insert_insert_28377 ON public.team_quiettime IS 'eb3dbe3246b4cb343f3c5e0e955cb9f1ea59120e';
CREATE TRIGGER pgtrigger_insert_insert_28feb AFTER INSERT ON public.work_templatestep FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_28feb();
COMMENT ON TRIGGER pgtrigger_insert_insert_28feb ON public.work_templatestep IS '3cebf10c624993133e672e06c6848bfeebf2fc9c';
CREATE TRIGGER pgtrigger_insert_insert_293e0 AFTER INSERT ON public.directory_territoryaccount FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_293e0();
COMMENT ON TRIGGER pgtrigger_insert_insert_293e0 ON public.directory_territoryaccount IS '8b468daeec0343d507e26533673a4f03bd7b9259';
CREATE TRIGGER pgtrigger_insert_insert_2b9f2 AFTER INSERT ON public.team_holiday FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_2b9f2();
COMMENT ON TRIGGER pgtrigger_insert_insert_2b9f2 ON public.team_holiday IS '19633d81feb3d58781533453d0da57f71ad780f8';
CREATE TRIGGER pgtrigger_insert_insert_317ed AFTER INSERT ON public.directory_term FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_317ed();
COMMENT ON TRIGGER pgtrigger_insert_insert_317ed ON public.directory_term IS '3bc43d9ad7da0e2e9d86f85048cc3d236c18697d';
CREATE TRIGGER pgtrigger_insert_insert_33f0f AFTER INSERT ON public.work_approvalrule FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_33f0f();
COMMENT ON TRIGGER pgtrigger_insert_insert_33f0f ON public.work_approvalrule IS '723bb338a6c61af32a3c853862267867622ddcd1';
CREATE TRIGGER pgtrigger_insert_insert_35211 AFTER INSERT ON public.directory_networkmembership FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_35211();
COMMENT ON TRIGGER pgtrigger_insert_insert_35211 ON public.directory_networkmembership IS '72beca0f05e1158e6bc16c47e02c3930bd010007';
CREATE TRIGGER pgtrigger_insert_insert_353b8 AFTER INSERT ON public.orders_orderline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_353b8();
COMMENT ON TRIGGER pgtrigger_insert_insert_353b8 ON public.orders_orderline IS '136c832759375c2243173eff43aae7ec2ad6bec7';
CREATE TRIGGER pgtrigger_insert_insert_36333 AFTER INSERT ON public.team_person FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_36333();
COMMENT ON TRIGGER pgtrigger_insert_insert_36333 ON public.team_person IS 'f38f13e75027a6ab70d78f2211f69e3efbe843a8';
CREATE TRIGGER pgtrigger_insert_insert_37d52 AFTER INSERT ON public.team_noticechoice FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_37d52();
COMMENT ON TRIGGER pgtrigger_insert_insert_37d52 ON public.team_noticechoice IS 'afaecc792822ef9cfbafb7a19cc6505ddb6e82c1';
CREATE TRIGGER pgtrigger_insert_insert_38c23 AFTER INSERT ON public.directory_location FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_38c23();
COMMENT ON TRIGGER pgtrigger_insert_insert_38c23 ON public.directory_location IS 'b5b404a648dbe6c3bd8bdd07ab22e8c4d62c168c';
CREATE TRIGGER pgtrigger_insert_insert_3c058 AFTER INSERT ON public.work_project FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_3c058();
COMMENT ON TRIGGER pgtrigger_insert_insert_3c058 ON public.work_project IS '74b7c33c15c07c3f8ca641da39a48549b74d26c0';
CREATE TRIGGER pgtrigger_insert_insert_3e50b AFTER INSERT ON public.work_handoffstep FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_3e50b();
COMMENT ON TRIGGER pgtrigger_insert_insert_3e50b ON public.work_handoffstep IS '9a5f7d6068566e6d92f569ed24e5cd14b7e88a52';
CREATE TRIGGER pgtrigger_insert_insert_451b4 AFTER INSERT ON public.calendar_category FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_451b4();
COMMENT ON TRIGGER pgtrigger_insert_insert_451b4 ON public.calendar_category IS '857e32c387414d139e14ad1789390f88293f277d';
CREATE TRIGGER pgtrigger_insert_insert_45da0 AFTER INSERT ON public.work_handoff FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_45da0();
COMMENT ON TRIGGER pgtrigger_insert_insert_45da0 ON public.work_handoff IS 'e424cd5a894de30e4c4fc3053f8bed45b7cac417';
CREATE TRIGGER pgtrigger_insert_insert_467c8 AFTER INSERT ON public.work_promise FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_467c8();
COMMENT ON TRIGGER pgtrigger_insert_insert_467c8 ON public.work_promise IS '5efd3189fb15eb1a60761aeddd2d308937d28d29';
CREATE TRIGGER pgtrigger_insert_insert_4b574 AFTER INSERT ON public.team_skippedstep FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_4b574();
COMMENT ON TRIGGER pgtrigger_insert_insert_4b574 ON public.team_skippedstep IS '0b89ab83a1e89d35862e1b52679722be26fd5905';
CREATE TRIGGER pgtrigger_insert_insert_4e169 AFTER INSERT ON public.orders_deskcheckanswer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_4e169();
COMMENT ON TRIGGER pgtrigger_insert_insert_4e169 ON public.orders_deskcheckanswer IS '8bdd41c5abc70e1a9c0264c4c4c5e39177434d24';
CREATE TRIGGER pgtrigger_insert_insert_4f99c AFTER INSERT ON public.work_deadline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_4f99c();
COMMENT ON TRIGGER pgtrigger_insert_insert_4f99c ON public.work_deadline IS '6eddb0ae1d28e40066ffc25a17a0819697df8f42';
CREATE TRIGGER pgtrigger_insert_insert_5324d AFTER INSERT ON public.directory_contactemail FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_5324d();
COMMENT ON TRIGGER pgtrigger_insert_insert_5324d ON public.directory_contactemail IS 'f697d54bc863f74f9ca64455f902e5c41653a8d8';
CREATE TRIGGER pgtrigger_insert_insert_5f7db AFTER INSERT ON public.work_projecttemplate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_5f7db();
COMMENT ON TRIGGER pgtrigger_insert_insert_5f7db ON public.work_projecttemplate IS '80ff13d3889edbddbc12654b3b3e445766c119c8';
CREATE TRIGGER pgtrigger_insert_insert_63efb AFTER INSERT ON public.work_approvalstep FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_63efb();
COMMENT ON TRIGGER pgtrigger_insert_insert_63efb ON public.work_approvalstep IS 'eac462f9221de878b7b530925f519fceeb907046';
CREATE TRIGGER pgtrigger_insert_insert_6758e AFTER INSERT ON public.work_projectstep FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_6758e();
COMMENT ON TRIGGER pgtrigger_insert_insert_6758e ON public.work_projectstep IS '7c1db875c64a48147707ce31de28c7db89696d5f';
CREATE TRIGGER pgtrigger_insert_insert_69286 AFTER INSERT ON public.team_poolmember FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_69286();
COMMENT ON TRIGGER pgtrigger_insert_insert_69286 ON public.team_poolmember IS 'a0c3ece1215a0c520b5644323af7b4a46bf469ec';
CREATE TRIGGER pgtrigger_insert_insert_6a982 AFTER INSERT ON public.team_territory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_6a982();
COMMENT ON TRIGGER pgtrigger_insert_insert_6a982 ON public.team_territory IS '43d691374f63ded015c72b805e662382d61ea752';
CREATE TRIGGER pgtrigger_insert_insert_77936 AFTER INSERT ON public.team_territoryterms FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_77936();
COMMENT ON TRIGGER pgtrigger_insert_insert_77936 ON public.team_territoryterms IS '531f812524f7ee7ca4096381829cf5c9268c15b0';
CREATE TRIGGER pgtrigger_insert_insert_7d0a1 AFTER INSERT ON public.directory_accountfile FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_7d0a1();
COMMENT ON TRIGGER pgtrigger_insert_insert_7d0a1 ON public.directory_accountfile IS 'c0f54c20b68e4b22ed9c349e1075d1fe6c33aaf1';
CREATE TRIGGER pgtrigger_insert_insert_7d69f AFTER INSERT ON public.team_team FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_7d69f();
COMMENT ON TRIGGER pgtrigger_insert_insert_7d69f ON public.team_team IS '2b2ae265acb9eddf20378c08b2ef33d36b5cc47d';
CREATE TRIGGER pgtrigger_insert_insert_8469c AFTER INSERT ON public.calendar_guest FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_8469c();
COMMENT ON TRIGGER pgtrigger_insert_insert_8469c ON public.calendar_guest IS '6bebde2dc2f9eea5644b906d300d5a90c3b5ff2b';
CREATE TRIGGER pgtrigger_insert_insert_85f80 AFTER INSERT ON public.work_improvement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_85f80();
COMMENT ON TRIGGER pgtrigger_insert_insert_85f80 ON public.work_improvement IS '714668f306ba6793ffef412dd021f8bb50af9a36';
CREATE TRIGGER pgtrigger_insert_insert_8e5e7 AFTER INSERT ON public.team_leavingrule FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_8e5e7();
COMMENT ON TRIGGER pgtrigger_insert_insert_8e5e7 ON public.team_leavingrule IS '8f41c94a5cea282da98c43a71f9897f4b2826201';
CREATE TRIGGER pgtrigger_insert_insert_9049d AFTER INSERT ON public.team_pool FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_9049d();
COMMENT ON TRIGGER pgtrigger_insert_insert_9049d ON public.team_pool IS '830c0f7e0f349a6139aaa17e24bfaeec8c512ad8';
CREATE TRIGGER pgtrigger_insert_insert_976cd AFTER INSERT ON public.pipeline_lead FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_976cd();
COMMENT ON TRIGGER pgtrigger_insert_insert_976cd ON public.pipeline_lead IS '186a0f890abb5855bcb7300c50b28d0c5193aa83';
CREATE TRIGGER pgtrigger_insert_insert_a35fd AFTER INSERT ON public.board_contactreview FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_a35fd();
COMMENT ON TRIGGER pgtrigger_insert_insert_a35fd ON public.board_contactreview IS 'fb05981203422f83c8fb20581cfe4554ab01dce4';
CREATE TRIGGER pgtrigger_insert_insert_a6b4b AFTER INSERT ON public.intake_routingrule FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_a6b4b();
COMMENT ON TRIGGER pgtrigger_insert_insert_a6b4b ON public.intake_routingrule IS '975faca142a28b34cf0cf7db22b5e8624f900aec';
CREATE TRIGGER pgtrigger_insert_insert_af469 AFTER INSERT ON public.team_grant FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_af469();
COMMENT ON TRIGGER pgtrigger_insert_insert_af469 ON public.team_grant IS '1ab69012004943fbfeca256c64d5129b33c1ad05';
CREATE TRIGGER pgtrigger_insert_insert_b0794 AFTER INSERT ON public.team_leaving FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_b0794();
COMMENT ON TRIGGER pgtrigger_insert_insert_b0794 ON public.team_leaving IS '9c324e7d1262c793bc14a00b66bee20a8ca295c8';
CREATE TRIGGER pgtrigger_insert_insert_b15ec AFTER INSERT ON public.directory_account FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_b15ec();
COMMENT ON TRIGGER pgtrigger_insert_insert_b15ec ON public.directory_account IS '965a14f3c427c0ec135524eb252c86d6a746d240';
CREATE TRIGGER pgtrigger_insert_insert_b1fdf AFTER INSERT ON public.directory_contact FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_b1fdf();
COMMENT ON TRIGGER pgtrigger_insert_insert_b1fdf ON public.directory_contact IS '938cdc5d857a721ec3db36ac092c4bc78d1eddc3';
CREATE TRIGGER pgtrigger_insert_insert_b35cc AFTER INSERT ON public.work_clock FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_b35cc();
COMMENT ON TRIGGER pgtrigger_insert_insert_b35cc ON public.work_clock IS 'e7d26ea42406590c7842f0fc3940a4cc4efcc577';
CREATE TRIGGER pgtrigger_insert_insert_b4d04 AFTER INSERT ON public.journal_notetemplate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_b4d04();
COMMENT ON TRIGGER pgtrigger_insert_insert_b4d04 ON public.journal_notetemplate IS 'b983a9b4a3b0d1381d2ddb01c1cf2c666d16606a';
CREATE TRIGGER pgtrigger_insert_insert_b80b9 AFTER INSERT ON public.calendar_event FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_b80b9();
COMMENT ON TRIGGER pgtrigger_insert_insert_b80b9 ON public.calendar_event IS '3e02b862c7527e04ab2489bbc86c2c4f22dea572';
CREATE TRIGGER pgtrigger_insert_insert_b86d9 AFTER INSERT ON public.journal_interaction FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_b86d9();
COMMENT ON TRIGGER pgtrigger_insert_insert_b86d9 ON public.journal_interaction IS '169d3ff3a466c142cdc12e8f5e73b79400cde1ab';
CREATE TRIGGER pgtrigger_insert_insert_bc737 AFTER INSERT ON public.directory_contactphone FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_bc737();
COMMENT ON TRIGGER pgtrigger_insert_insert_bc737 ON public.directory_contactphone IS '17c76ded9e4e0d944d1bd59b1991cfa4670f300e';
CREATE TRIGGER pgtrigger_insert_insert_bddcd AFTER INSERT ON public.team_setting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_bddcd();
COMMENT ON TRIGGER pgtrigger_insert_insert_bddcd ON public.team_setting IS '55fb3105acc433e2bd909e901e5f4bfa4c904ef5';
CREATE TRIGGER pgtrigger_insert_insert_bfda4 AFTER INSERT ON public.pipeline_opportunity FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_bfda4();
COMMENT ON TRIGGER pgtrigger_insert_insert_bfda4 ON public.pipeline_opportunity IS '268090390a060774f71ae3aa241b43e7b238b61e';
CREATE TRIGGER pgtrigger_insert_insert_c040e AFTER INSERT ON public.work_anchor FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c040e();
COMMENT ON TRIGGER pgtrigger_insert_insert_c040e ON public.work_anchor IS 'ad95114eef5bcb83c3546ce63e0d9dab2d90b96c';
CREATE TRIGGER pgtrigger_insert_insert_cf0da AFTER INSERT ON public.team_workhours FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_cf0da();
COMMENT ON TRIGGER pgtrigger_insert_insert_cf0da ON public.team_workhours IS 'd21da8302eb4174afcf753d60d8eb150ac75fc25';
CREATE TRIGGER pgtrigger_insert_insert_dbf9d AFTER INSERT ON public.work_steptie FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_dbf9d();
COMMENT ON TRIGGER pgtrigger_insert_insert_dbf9d ON public.work_steptie IS 'dc180695226335beab0669c875d6de2cd9372f92';
CREATE TRIGGER pgtrigger_insert_insert_e3a98 AFTER INSERT ON public.orders_cancellation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_e3a98();
COMMENT ON TRIGGER pgtrigger_insert_insert_e3a98 ON public.orders_cancellation IS '29bf46f1a6d1baa01bfb86044fbea137a21f7bda';
CREATE TRIGGER pgtrigger_insert_insert_e78e4 AFTER INSERT ON public.team_territorychange FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_e78e4();
COMMENT ON TRIGGER pgtrigger_insert_insert_e78e4 ON public.team_territorychange IS 'b5b759b10a4c2394f8e8bec936e0614ed01275b2';
CREATE TRIGGER pgtrigger_insert_insert_e8765 AFTER INSERT ON public.calendar_calendar FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_e8765();
COMMENT ON TRIGGER pgtrigger_insert_insert_e8765 ON public.calendar_calendar IS '839a44853149633ba22b742ac74f34ebddb19a4c';
CREATE TRIGGER pgtrigger_insert_insert_e9909 AFTER INSERT ON public.directory_relation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_e9909();
COMMENT ON TRIGGER pgtrigger_insert_insert_e9909 ON public.directory_relation IS 'a1237e9c24ce2c90b2a036304aa213b0c939fe53';
CREATE TRIGGER pgtrigger_insert_insert_eb763 AFTER INSERT ON public.orders_order FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_eb763();
COMMENT ON TRIGGER pgtrigger_insert_insert_eb763 ON public.orders_order IS '683d8e90e8facf986320638d338a5a74141b4b73';
CREATE TRIGGER pgtrigger_insert_insert_ebf45 AFTER INSERT ON public.directory_customfield FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_ebf45();
COMMENT ON TRIGGER pgtrigger_insert_insert_ebf45 ON public.directory_customfield IS '573508a3def9958f0f46cb03fb8b8f5964c607e6';
CREATE TRIGGER pgtrigger_insert_insert_ef86e AFTER INSERT ON public.directory_callingwindow FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_ef86e();
COMMENT ON TRIGGER pgtrigger_insert_insert_ef86e ON public.directory_callingwindow IS '6b59881ba044add59801075d514ad24beb804471';
CREATE TRIGGER pgtrigger_insert_insert_f1a41 AFTER INSERT ON public.team_absence FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_f1a41();
COMMENT ON TRIGGER pgtrigger_insert_insert_f1a41 ON public.team_absence IS '6269f538bb30b9116dd3d9a9f2dd784e9c41923f';
CREATE TRIGGER pgtrigger_insert_insert_f617e AFTER INSERT ON public.board_goal FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_f617e();
COMMENT ON TRIGGER pgtrigger_insert_insert_f617e ON public.board_goal IS '0a492ee8c9f3a52e66d2a5535c097004d9421f4e';
CREATE TRIGGER pgtrigger_insert_insert_f8a14 AFTER INSERT ON public.work_templatetie FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_f8a14();
COMMENT ON TRIGGER pgtrigger_insert_insert_f8a14 ON public.work_templatetie IS '4245ff40d2d5110e748cab2730354a44ff43616e';
CREATE TRIGGER pgtrigger_insert_insert_fb271 AFTER INSERT ON public.work_timeblock FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_fb271();
COMMENT ON TRIGGER pgtrigger_insert_insert_fb271 ON public.work_timeblock IS 'ece94fcde927cd2831f95b40cc787d7e475339db';
CREATE TRIGGER pgtrigger_manager_works_here_d4c95 AFTER INSERT OR UPDATE OF manager_id ON public.team_team FOR EACH ROW WHEN ((new.manager_id IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_manager_works_here_d4c95();
COMMENT ON TRIGGER pgtrigger_manager_works_here_d4c95 ON public.team_team IS 'cd365886033c7100a560ae23844fe8540f203e24';
CREATE TRIGGER pgtrigger_organizer_works_here_3c379 AFTER INSERT OR UPDATE OF organizer_id, removed_at ON public.calendar_event FOR EACH ROW WHEN (((new.organizer_id IS NOT NULL) AND (new.removed_at IS NULL))) EXECUTE FUNCTION public.pgtrigger_organizer_works_here_3c379();
COMMENT ON TRIGGER pgtrigger_organizer_works_here_3c379 ON public.calendar_event IS '27f8f27c27484ce70bb22d6a92686dd60e582494';
CREATE TRIGGER pgtrigger_owner_works_here_0bcef AFTER INSERT OR UPDATE OF owner_id, deleted_at, sharing ON public.kit_savedview FOR EACH ROW WHEN (((new.deleted_at IS NULL) AND (new.owner_id IS NOT NULL) AND ((new.sharing)::text = ANY ((ARRAY['team'::character varying, 'all'::character varying])::text[])))) EXECUTE FUNCTION public.pgtrigger_owner_works_here_0bcef();
COMMENT ON TRIGGER pgtrigger_owner_works_here_0bcef ON public.kit_savedview IS 'a60a24a8cb3d7352ecc64d2cbf598dbf4e53a0a4';
CREATE TRIGGER pgtrigger_owner_works_here_2054c AFTER INSERT OR UPDATE OF owner_id, shared, removed_at ON public.journal_notetemplate FOR EACH ROW WHEN (((new.owner_id IS NOT NULL) AND (new.removed_at IS NULL) AND new.shared)) EXECUTE FUNCTION public.pgtrigger_owner_works_here_2054c();
COMMENT ON TRIGGER pgtrigger_owner_works_here_2054c ON public.journal_notetemplate IS 'ab0d76d2f055d55df36f4404229b75557c58bfcd';
CREATE TRIGGER pgtrigger_owner_works_here_244af AFTER INSERT OR UPDATE OF owner_id, removed_at ON public.work_anchor FOR EACH ROW WHEN (((new.owner_id IS NOT NULL) AND (new.removed_at IS NULL))) EXECUTE FUNCTION public.pgtrigger_owner_works_here_244af();
COMMENT ON TRIGGER pgtrigger_owner_works_here_244af ON public.work_anchor IS 'a6a799ad94b55d9294fbb7281096f7f22578fc1b';
CREATE TRIGGER pgtrigger_owner_works_here_3dcb5 AFTER INSERT OR UPDATE OF owner_id, archived_at ON public.calendar_calendar FOR EACH ROW WHEN (((new.archived_at IS NULL) AND (new.owner_id IS NOT NULL))) EXECUTE FUNCTION public.pgtrigger_owner_works_here_3dcb5();
COMMENT ON TRIGGER pgtrigger_owner_works_here_3dcb5 ON public.calendar_calendar IS '25be631e8288524632fa8eed75728ceaf557b9e9';
CREATE TRIGGER pgtrigger_owner_works_here_412de AFTER INSERT OR UPDATE OF owner_id, removed_at ON public.work_projecttemplate FOR EACH ROW WHEN (((new.owner_id IS NOT NULL) AND (new.removed_at IS NULL))) EXECUTE FUNCTION public.pgtrigger_owner_works_here_412de();
COMMENT ON TRIGGER pgtrigger_owner_works_here_412de ON public.work_projecttemplate IS 'ebedd9f7cb745d0041cff3381e689227b317ed51';
CREATE TRIGGER pgtrigger_owner_works_here_555d6 AFTER INSERT OR UPDATE OF owner_id, state ON public.work_task FOR EACH ROW WHEN (((new.owner_id IS NOT NULL) AND ((new.state)::text = 'open'::text))) EXECUTE FUNCTION public.pgtrigger_owner_works_here_555d6();
COMMENT ON TRIGGER pgtrigger_owner_works_here_555d6 ON public.work_task IS 'c778fff9b96653f54396cf1a23c35737c538ff28';
CREATE TRIGGER pgtrigger_owner_works_here_913c6 AFTER INSERT OR UPDATE OF owner_id, ended_at, paused_at ON public.kit_schedule FOR EACH ROW WHEN (((new.ended_at IS NULL) AND (new.owner_id IS NOT NULL) AND (new.paused_at IS NULL))) EXECUTE FUNCTION public.pgtrigger_owner_works_here_913c6();
COMMENT ON TRIGGER pgtrigger_owner_works_here_913c6 ON public.kit_schedule IS '5642e1cb258f7603c244519f2a66211736721d95';
CREATE TRIGGER pgtrigger_owner_works_here_a43b0 AFTER INSERT OR UPDATE OF owner_id, stage ON public.pipeline_opportunity FOR EACH ROW WHEN (((new.owner_id IS NOT NULL) AND ((new.stage)::text = ANY ((ARRAY['qualify'::character varying, 'demo'::character varying, 'proposal'::character varying, 'commit'::character varying])::text[])))) EXECUTE FUNCTION public.pgtrigger_owner_works_here_a43b0();
COMMENT ON TRIGGER pgtrigger_owner_works_here_a43b0 ON public.pipeline_opportunity IS 'd980b12e8ed055145efa802122782e110f01ea6d';
CREATE TRIGGER pgtrigger_owner_works_here_c7422 AFTER INSERT OR UPDATE OF owner_id, state ON public.work_project FOR EACH ROW WHEN (((new.owner_id IS NOT NULL) AND ((new.state)::text = 'open'::text))) EXECUTE FUNCTION public.pgtrigger_owner_works_here_c7422();
COMMENT ON TRIGGER pgtrigger_owner_works_here_c7422 ON public.work_project IS '5a903b8fddcf4a7ba077fedbca5234da4b1b1710';
CREATE TRIGGER pgtrigger_owner_works_here_cb315 AFTER INSERT OR UPDATE OF owner_id, state ON public.pipeline_lead FOR EACH ROW WHEN (((new.owner_id IS NOT NULL) AND ((new.state)::text = ANY ((ARRAY['new'::character varying, 'working'::character varying])::text[])))) EXECUTE FUNCTION public.pgtrigger_owner_works_here_cb315();
COMMENT ON TRIGGER pgtrigger_owner_works_here_cb315 ON public.pipeline_lead IS 'de96fa3e129070239d20d1b061c80124f9fe9cbc';
CREATE TRIGGER pgtrigger_owner_works_here_cbcb0 AFTER INSERT OR UPDATE OF owner_id, state ON public.orders_order FOR EACH ROW WHEN (((new.owner_id IS NOT NULL) AND ((new.state)::text = ANY ((ARRAY['draft'::character varying, 'returned'::character varying, 'submitted'::character varying])::text[])))) EXECUTE FUNCTION public.pgtrigger_owner_works_here_cbcb0();
COMMENT ON TRIGGER pgtrigger_owner_works_here_cbcb0 ON public.orders_order IS '30ddaf4e6eebda2759c88a4a3b404d05d92e71f7';
CREATE TRIGGER pgtrigger_owner_works_here_fe4d8 AFTER INSERT OR UPDATE OF owner_id ON public.directory_account FOR EACH ROW WHEN ((new.owner_id IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_owner_works_here_fe4d8();
COMMENT ON TRIGGER pgtrigger_owner_works_here_fe4d8 ON public.directory_account IS '7d9c86a3e08b8bbea6bd51848d22af5f96b4cf67';
CREATE TRIGGER pgtrigger_person_works_here_054cc AFTER INSERT OR UPDATE OF person_id, ends_on ON public.team_territoryholder FOR EACH ROW WHEN (((new.ends_on IS NULL) AND (new.person_id IS NOT NULL))) EXECUTE FUNCTION public.pgtrigger_person_works_here_054cc();
COMMENT ON TRIGGER pgtrigger_person_works_here_054cc ON public.team_territoryholder IS 'e9f57e076295656f5f9974287f7be9759aaf20be';
CREATE TRIGGER pgtrigger_person_works_here_49402 AFTER INSERT OR UPDATE OF person_id, ended_at ON public.work_timeblock FOR EACH ROW WHEN (((new.ended_at IS NULL) AND (new.person_id IS NOT NULL))) EXECUTE FUNCTION public.pgtrigger_person_works_here_49402();
COMMENT ON TRIGGER pgtrigger_person_works_here_49402 ON public.work_timeblock IS 'adb2b96e4a6394060930a78d8075f5e98aab37ce';
CREATE TRIGGER pgtrigger_person_works_here_52a74 AFTER INSERT OR UPDATE OF person_id, active ON public.intake_routingrule FOR EACH ROW WHEN ((new.active AND (new.person_id IS NOT NULL))) EXECUTE FUNCTION public.pgtrigger_person_works_here_52a74();
COMMENT ON TRIGGER pgtrigger_person_works_here_52a74 ON public.intake_routingrule IS 'dfee26e38366ce82ae72c45759d2cacfa71d2e67';
CREATE TRIGGER pgtrigger_person_works_here_71ab3 AFTER INSERT OR UPDATE OF person_id, state ON public.journal_draftedinteraction FOR EACH ROW WHEN (((new.person_id IS NOT NULL) AND ((new.state)::text = 'open'::text))) EXECUTE FUNCTION public.pgtrigger_person_works_here_71ab3();
COMMENT ON TRIGGER pgtrigger_person_works_here_71ab3 ON public.journal_draftedinteraction IS 'f722d2f518e8aff88dde597b82f609d4a6312f36';
CREATE TRIGGER pgtrigger_person_works_here_89642 AFTER INSERT OR UPDATE OF person_id, ends_on ON public.directory_accountowner FOR EACH ROW WHEN (((new.ends_on IS NULL) AND (new.person_id IS NOT NULL))) EXECUTE FUNCTION public.pgtrigger_person_works_here_89642();
COMMENT ON TRIGGER pgtrigger_person_works_here_89642 ON public.directory_accountowner IS '752ad5f2f4e562ab120c6d11550dd16f222892e7';
CREATE TRIGGER pgtrigger_person_works_here_94b91 AFTER INSERT OR UPDATE OF person_id, state ON public.intake_queueitem FOR EACH ROW WHEN (((new.person_id IS NOT NULL) AND ((new.state)::text = 'assigned'::text))) EXECUTE FUNCTION public.pgtrigger_person_works_here_94b91();
COMMENT ON TRIGGER pgtrigger_person_works_here_94b91 ON public.intake_queueitem IS 'd5607faf45f97e559b4369cc805002320babdd3b';
CREATE TRIGGER pgtrigger_person_works_here_e4ae8 AFTER INSERT OR UPDATE OF person_id, ends_on ON public.work_approvalrule FOR EACH ROW WHEN (((new.ends_on IS NULL) AND (new.person_id IS NOT NULL))) EXECUTE FUNCTION public.pgtrigger_person_works_here_e4ae8();
COMMENT ON TRIGGER pgtrigger_person_works_here_e4ae8 ON public.work_approvalrule IS '80853185137812ef7915957f543b5fae779a6be5';
CREATE TRIGGER pgtrigger_person_works_here_ecc82 AFTER INSERT OR UPDATE OF person_id ON public.team_poolmember FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_person_works_here_ecc82();
COMMENT ON TRIGGER pgtrigger_person_works_here_ecc82 ON public.team_poolmember IS '30a746ac552f7f2ed031c9524122c42cca2c9101';
CREATE TRIGGER pgtrigger_update_update_008ee AFTER UPDATE ON public.work_steptie FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_008ee();
COMMENT ON TRIGGER pgtrigger_update_update_008ee ON public.work_steptie IS '56d8fe117ed75dc2e6c77b609141cc5a3e92ea6e';
CREATE TRIGGER pgtrigger_update_update_04873 AFTER UPDATE ON public.calendar_event FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_04873();
COMMENT ON TRIGGER pgtrigger_update_update_04873 ON public.calendar_event IS 'f02791c0edee830eb8f6522085d52c0e614f5c63';
CREATE TRIGGER pgtrigger_update_update_0bcc8 AFTER UPDATE ON public.team_workhours FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_0bcc8();
COMMENT ON TRIGGER pgtrigger_update_update_0bcc8 ON public.team_workhours IS '813790bb20f0dfe5171023f63c71c8311a208bf4';
CREATE TRIGGER pgtrigger_update_update_0dff9 AFTER UPDATE ON public.directory_location FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_0dff9();
COMMENT ON TRIGGER pgtrigger_update_update_0dff9 ON public.directory_location IS 'b792e85bf38555847d68abfb3bcf23701c624a90';
CREATE TRIGGER pgtrigger_update_update_14978 AFTER UPDATE ON public.team_territoryholder FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_14978();
COMMENT ON TRIGGER pgtrigger_update_update_14978 ON public.team_territoryholder IS 'b32952c26a104adb68b0943bc568ce88e14989f1';
CREATE TRIGGER pgtrigger_update_update_190bf AFTER UPDATE ON public.directory_contact FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_190bf();
COMMENT ON TRIGGER pgtrigger_update_update_190bf ON public.directory_contact IS '307b46da3054d7eeeae6e95a47c6b3ad3217286f';
CREATE TRIGGER pgtrigger_update_update_1ceae AFTER UPDATE ON public.team_poolmember FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_1ceae();
COMMENT ON TRIGGER pgtrigger_update_update_1ceae ON public.team_poolmember IS '7cee0ab564a31a64374fe5a3d6a7e3f094f5542f';
CREATE TRIGGER pgtrigger_update_update_1e5eb AFTER UPDATE ON public.directory_callingwindow FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_1e5eb();
COMMENT ON TRIGGER pgtrigger_update_update_1e5eb ON public.directory_callingwindow IS '3a16432f5cd9b018ffe4ae564c6989f003998b0b';
CREATE TRIGGER pgtrigger_update_update_22b87 AFTER UPDATE ON public.work_approvalstep FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_22b87();
COMMENT ON TRIGGER pgtrigger_update_update_22b87 ON public.work_approvalstep IS 'fce8c7362d4da207e57156bbb915849665ea6daa';
CREATE TRIGGER pgtrigger_update_update_27e72 AFTER UPDATE ON public.work_servicelevel FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_27e72();
COMMENT ON TRIGGER pgtrigger_update_update_27e72 ON public.work_servicelevel IS '10cf46c01591b6bf9d28855b39a7ad6e2819b2a4';
CREATE TRIGGER pgtrigger_update_update_33a30 AFTER UPDATE ON public.work_anchor FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_33a30();
COMMENT ON TRIGGER pgtrigger_update_update_33a30 ON public.work_anchor IS '6018f260566951e73e01fde9ea8f4d18d8c94e37';
CREATE TRIGGER pgtrigger_update_update_343cd AFTER UPDATE ON public.intake_routingrule FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_343cd();
COMMENT ON TRIGGER pgtrigger_update_update_343cd ON public.intake_routingrule IS '3e09ec35917e6b2ed037a4b990f025983c52d9e6';
CREATE TRIGGER pgtrigger_update_update_34528 AFTER UPDATE ON public.team_team FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_34528();
COMMENT ON TRIGGER pgtrigger_update_update_34528 ON public.team_team IS '53a2666418b8100d9794023ca3fed8d42625dad2';
CREATE TRIGGER pgtrigger_update_update_35a0a AFTER UPDATE ON public.team_leaving FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_35a0a();
COMMENT ON TRIGGER pgtrigger_update_update_35a0a ON public.team_leaving IS '61a2ce2b59c3536b36d20284f87b3bf17ac5cb59';
CREATE TRIGGER pgtrigger_update_update_39337 AFTER UPDATE ON public.board_contactreview FOR EACH ROW WHEN (((old.closed_at IS DISTINCT FROM new.closed_at) OR (old.closed_by_id IS DISTINCT FROM new.closed_by_id) OR (old.created_at IS DISTINCT FROM new.created_at) OR (old.ends_on IS DISTINCT FROM new.ends_on) OR (old.id IS DISTINCT FROM new.id) OR (old.overdue IS DISTINCT FROM new.overdue) OR (old.overdue_mrr IS DISTINCT FROM new.overdue_mrr) OR (old.person_id IS DISTINCT FROM new.person_id) OR (old.read_at IS DISTINCT FROM new.read_at) OR (old.read_by_id IS DISTINCT FROM new.read_by_id) OR (old.seen_at IS DISTINCT FROM new.seen_at) OR (old.starts_on IS DISTINCT FROM new.starts_on) OR ((old.state)::text IS DISTINCT FROM (new.state)::text) OR (old.updated_at IS DISTINCT FROM new.updated_at) OR (old.version IS DISTINCT FROM new.version))) EXECUTE FUNCTION public.pgtrigger_update_update_39337();
COMMENT ON TRIGGER pgtrigger_update_update_39337 ON public.board_contactreview IS '36d35231f360748ee942e77c46ba7e39023a3142';
CREATE TRIGGER pgtrigger_update_update_498e8 AFTER UPDATE ON public.work_task FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_498e8();
COMMENT ON TRIGGER pgtrigger_update_update_498e8 ON public.work_task IS '825803fa6a798dbe2ac4039fa50c9452364ab509';
CREATE TRIGGER pgtrigger_update_update_50bba AFTER UPDATE ON public.work_handoff FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_50bba();
COMMENT ON TRIGGER pgtrigger_update_update_50bba ON public.work_handoff IS '5eba6c8a6c0782c156bc5ac6b35e681277dc72bd';
CREATE TRIGGER pgtrigger_update_update_5a26d AFTER UPDATE ON public.work_clock FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_5a26d();
COMMENT ON TRIGGER pgtrigger_update_update_5a26d ON public.work_clock IS '6eda03b0c8dd13ff77c316d8033b00df368adc55';
CREATE TRIGGER pgtrigger_update_update_5eba4 AFTER UPDATE ON public.directory_account FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_5eba4();
COMMENT ON TRIGGER pgtrigger_update_update_5eba4 ON public.directory_account IS 'eb760df9f80602d6554f23d163eaf065daab3dc2';
CREATE TRIGGER pgtrigger_update_update_60616 AFTER UPDATE ON public.orders_cancellation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_60616();
COMMENT ON TRIGGER pgtrigger_update_update_60616 ON public.orders_cancellation IS '9cf33f4bd0ab0929892e1e3915a5113c28883e85';
CREATE TRIGGER pgtrigger_update_update_6c150 AFTER UPDATE ON public.team_pool FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_6c150();
COMMENT ON TRIGGER pgtrigger_update_update_6c150 ON public.team_pool IS '7e7e3a03217afa2e66edff551f4303af69413bb0';
CREATE TRIGGER pgtrigger_update_update_6ec82 AFTER UPDATE ON public.team_leavingrule FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_6ec82();
COMMENT ON TRIGGER pgtrigger_update_update_6ec82 ON public.team_leavingrule IS 'b9c6278dd34ae8007c95ec3dc0200d107da4eb4d';
CREATE TRIGGER pgtrigger_update_update_6f245 AFTER UPDATE ON public.work_deadline FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_6f245();
COMMENT ON TRIGGER pgtrigger_update_update_6f245 ON public.work_deadline IS 'bbd31eb020c8cd8f49c3833bb40139ba1f8a917b';
CREATE TRIGGER pgtrigger_update_update_7021a AFTER UPDATE ON public.pipeline_lead FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_7021a();
COMMENT ON TRIGGER pgtrigger_update_update_7021a ON public.pipeline_lead IS 'e3069724d91f724853e168f86b3ef3c347be8198';
CREATE TRIGGER pgtrigger_update_update_79182 AFTER UPDATE ON public.pipeline_opportunity FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_79182();
COMMENT ON TRIGGER pgtrigger_update_update_79182 ON public.pipeline_opportunity IS 'df22a9881c4d5743afaacc2abdc2d1ba97f231f2';
CREATE TRIGGER pgtrigger_update_update_87850 AFTER UPDATE ON public.team_territory FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_87850();
COMMENT ON TRIGGER pgtrigger_update_update_87850 ON public.team_territory IS 'a2d7f044bc195a0c7bd895b302a4d76a52358f13';
CREATE TRIGGER pgtrigger_update_update_8c566 AFTER UPDATE ON public.orders_deskcheckanswer FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_8c566();
COMMENT ON TRIGGER pgtrigger_update_update_8c566 ON public.orders_deskcheckanswer IS 'd0a975d1f5c00b1f6a1d569726ef4524d991621f';
CREATE TRIGGER pgtrigger_update_update_8ff30 AFTER UPDATE ON public.team_absence FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_8ff30();
COMMENT ON TRIGGER pgtrigger_update_update_8ff30 ON public.team_absence IS '261be614b744fc2f506b9de247e79c58c84833ee';
CREATE TRIGGER pgtrigger_update_update_919e9 AFTER UPDATE ON public.work_templatetie FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_919e9();
COMMENT ON TRIGGER pgtrigger_update_update_919e9 ON public.work_templatetie IS '2d897609ebc224bc55016e2fc1c5624de4c8ba34';
CREATE TRIGGER pgtrigger_update_update_96806 AFTER UPDATE ON public.directory_customfield FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_96806();
COMMENT ON TRIGGER pgtrigger_update_update_96806 ON public.directory_customfield IS '493fed9c33ba9b435493b12c597eee7f60337e65';
CREATE TRIGGER pgtrigger_update_update_98a59 AFTER UPDATE ON public.journal_interaction FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_98a59();
COMMENT ON TRIGGER pgtrigger_update_update_98a59 ON public.journal_interaction IS '24a54714db1362212b24fb7e5ff1858e11bc5ad5';
CREATE TRIGGER pgtrigger_update_update_9a132 AFTER UPDATE ON public.directory_networkmembership FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9a132();
COMMENT ON TRIGGER pgtrigger_update_update_9a132 ON public.directory_networkmembership IS 'd6836c2d108e3a25841d1bc2588abc88573bb5f5';
CREATE TRIGGER pgtrigger_update_update_9bb1e AFTER UPDATE ON public.team_personrole FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9bb1e();
COMMENT ON TRIGGER pgtrigger_update_update_9bb1e ON public.team_personrole IS 'abf8475e689a1758f09427cde874faf801d7da76';
CREATE TRIGGER pgtrigger_update_update_9c46d AFTER UPDATE ON public.orders_product FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9c46d();
COMMENT ON TRIGGER pgtrigger_update_update_9c46d ON public.orders_product IS '91ba7bbcc5cd2a3adde10cc66125624d131a8429';
CREATE TRIGGER pgtrigger_update_update_9d710 AFTER UPDATE ON public.team_setting FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9d710();
COMMENT ON TRIGGER pgtrigger_update_update_9d710 ON public.team_setting IS 'e1d42fcf5eedb91cb57c606f2b9cb9f1ea944fc5';
CREATE TRIGGER pgtrigger_update_update_9db84 AFTER UPDATE ON public.work_projecttemplate FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9db84();
COMMENT ON TRIGGER pgtrigger_update_update_9db84 ON public.work_projecttemplate IS 'b9e86f5c5b0f9dcd9b09026a25f7b08835914fe3';
CREATE TRIGGER pgtrigger_update_update_a2cf4 AFTER UPDATE ON public.team_territoryterms FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_a2cf4();
COMMENT ON TRIGGER pgtrigger_update_update_a2cf4 ON public.team_territoryterms IS '9aa601a3cc0fffadab4ab3804c9570bf34fbf6ae';
CREATE TRIGGER pgtrigger_update_update_a3091 AFTER UPDATE ON public.directory_term FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_a3091();
COMMENT ON TRIGGER pgtrigger_update_update_a3091 ON public.directory_term IS '96fb052e501a4c40345656104554d4686daabfc5';
CREATE TRIGGER pgtrigger_update_update_a8fbc AFTER UPDATE ON public.team_quiettime FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_a8fbc();
COMMENT ON TRIGGER pgtrigger_update_update_a8fbc ON public.team_quiettime IS 'dfd48ebd84fe6e5532cee6adf2462fc47dd274e3';
CREATE TRIGGER pgtrigger_update_update_a97a8 AFTER UPDATE ON public.team_territorychange FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_a97a8();
COMMENT ON TRIGGER pgtrigger_update_update_a97a8 ON public.team_territorychange IS '2ca1177b8c4814a7bded8d35f15e96426935f784';
CREATE TRIGGER pgtrigger_update_update_aa3bc AFTER UPDATE ON public.directory_contactemail FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_aa3bc();
COMMENT ON TRIGGER pgtrigger_update_update_aa3bc ON public.directory_contactemail IS '984cfb2df501dbfb836c9b3895fc3182684f3ed8';
CREATE TRIGGER pgtrigger_update_update_ac404 AFTER UPDATE ON public.work_approval FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_ac404();
COMMENT ON TRIGGER pgtrigger_update_update_ac404 ON public.work_approval IS '1bc41eeb9656d49023f2a809ec80d0192a142606';
CREATE TRIGGER pgtrigger_update_update_add4f AFTER UPDATE ON public.work_approvalrule FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_add4f();
COMMENT ON TRIGGER pgtrigger_update_update_add4f ON public.work_approvalrule IS 'ceb9081b7f8f8ffb0626a2d9304ce6de317c5577';
CREATE TRIGGER pgtrigger_update_update_b0bc1 AFTER UPDATE ON public.orders_subscription FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_b0bc1();
COMMENT ON TRIGGER pgtrigger_update_update_b0bc1 ON public.orders_subscription IS '946505d0f1a95f7b04244a618e2d8dd93245156a';
CREATE TRIGGER pgtrigger_update_update_b1f14 AFTER UPDATE ON public.team_grant FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_b1f14();
COMMENT ON TRIGGER pgtrigger_update_update_b1f14 ON public.team_grant IS 'fea0511dacf83d68021faf2596d6661ce51fa572';
CREATE TRIGGER pgtrigger_update_update_c1ca3 AFTER UPDATE ON public.directory_relation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_c1ca3();
COMMENT ON TRIGGER pgtrigger_update_update_c1ca3 ON public.directory_relation IS 'bf09d0703dda35fe9ffb3f357d080263cb415a78';
CREATE TRIGGER pgtrigger_update_update_ca333 AFTER UPDATE ON public.calendar_guest FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_ca333();
COMMENT ON TRIGGER pgtrigger_update_update_ca333 ON public.calendar_guest IS '4a8dc5edb8edaab8f3a7d12ecb34d9a053101f91';
CREATE TRIGGER pgtrigger_update_update_ca465 AFTER UPDATE ON public.team_holiday FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_ca465();
COMMENT ON TRIGGER pgtrigger_update_update_ca465 ON public.team_holiday IS '058b1c35611f4b7179769bf9449be32392d83856';
CREATE TRIGGER pgtrigger_update_update_cf877 AFTER UPDATE ON public.board_goal FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_cf877();
COMMENT ON TRIGGER pgtrigger_update_update_cf877 ON public.board_goal IS '46583a5398071c01c7a218a2c8197933fdc499c7';
CREATE TRIGGER pgtrigger_update_update_d0826 AFTER UPDATE ON public.directory_territoryaccount FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_d0826();
COMMENT ON TRIGGER pgtrigger_update_update_d0826 ON public.directory_territoryaccount IS '1f05484ae67c1e415b10f8cbf1023e140662288b';
CREATE TRIGGER pgtrigger_update_update_d28d0 AFTER UPDATE ON public.calendar_calendar FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_d28d0();
COMMENT ON TRIGGER pgtrigger_update_update_d28d0 ON public.calendar_calendar IS '90c6cfd2be41fd0048f61410b0bede7256806c3c';
CREATE TRIGGER pgtrigger_update_update_d4b84 AFTER UPDATE ON public.orders_order FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_d4b84();
COMMENT ON TRIGGER pgtrigger_update_update_d4b84 ON public.orders_order IS '82f83e9c0a2bf89385e24dbf92f394ceb391549f';
CREATE TRIGGER pgtrigger_update_update_d4f95 AFTER UPDATE ON public.team_noticechoice FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_d4f95();
COMMENT ON TRIGGER pgtrigger_update_update_d4f95 ON public.team_noticechoice IS '17033063c00ee8065a0b55e82766510ccd78a727';
CREATE TRIGGER pgtrigger_update_update_d5d84 AFTER UPDATE ON public.directory_contactphone FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_d5d84();
COMMENT ON TRIGGER pgtrigger_update_update_d5d84 ON public.directory_contactphone IS 'df2f72030a9eea736b8dbb2725bc45ee115ad843';
CREATE TRIGGER pgtrigger_update_update_d6760 AFTER UPDATE ON public.work_templatestep FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_d6760();
COMMENT ON TRIGGER pgtrigger_update_update_d6760 ON public.work_templatestep IS '848c4ac643aa317f0c59808a1dcf44f3b432ad69';
CREATE TRIGGER pgtrigger_update_update_d67f1 AFTER UPDATE ON public.work_projectstep FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_d67f1();
COMMENT ON TRIGGER pgtrigger_update_update_d67f1 ON public.work_projectstep IS '1822ef224ad39315866c40f7f066205170305c55';
CREATE TRIGGER pgtrigger_update_update_dfd08 AFTER UPDATE ON public.team_skippedstep FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_dfd08();
COMMENT ON TRIGGER pgtrigger_update_update_dfd08 ON public.team_skippedstep IS '778a03a5becb36050c373925574670e44efd9b0b';
CREATE TRIGGER pgtrigger_update_update_e0c94 AFTER UPDATE ON public.work_timeblock FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e0c94();
COMMENT ON TRIGGER pgtrigger_update_update_e0c94 ON public.work_timeblock IS '4cd0082b6b641b9d3b8f370d8ef775d333d4e46d';
CREATE TRIGGER pgtrigger_update_update_e238d AFTER UPDATE ON public.work_handoffstep FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e238d();
COMMENT ON TRIGGER pgtrigger_update_update_e238d ON public.work_handoffstep IS '5a8e0d34380d7f4f2e357f0f2a601d9f77713301';
CREATE TRIGGER pgtrigger_update_update_e41f7 AFTER UPDATE ON public.journal_notetemplate FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e41f7();
COMMENT ON TRIGGER pgtrigger_update_update_e41f7 ON public.journal_notetemplate IS 'a7fb1348e3d5ed395839b4d7e514385c6e90f68e';
CREATE TRIGGER pgtrigger_update_update_e5db3 AFTER UPDATE ON public.work_improvement FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e5db3();
COMMENT ON TRIGGER pgtrigger_update_update_e5db3 ON public.work_improvement IS '297321f74fcfc445e36e68362450d12b418bcad1';
CREATE TRIGGER pgtrigger_update_update_e67df AFTER UPDATE ON public.orders_orderline FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e67df();
COMMENT ON TRIGGER pgtrigger_update_update_e67df ON public.orders_orderline IS 'b05d32880f705022c8d71d01ea3f95497a15bb5a';
CREATE TRIGGER pgtrigger_update_update_ea136 AFTER UPDATE ON public.directory_accountfile FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_ea136();
COMMENT ON TRIGGER pgtrigger_update_update_ea136 ON public.directory_accountfile IS 'aa74f5b9e95e39fea9eeea44af9d4f06d774bd03';
CREATE TRIGGER pgtrigger_update_update_ece54 AFTER UPDATE ON public.team_person FOR EACH ROW WHEN (((old.created_at IS DISTINCT FROM new.created_at) OR ((old.email)::text IS DISTINCT FROM (new.email)::text) OR (old.id IS DISTINCT FROM new.id) OR (old.is_active IS DISTINCT FROM new.is_active) OR (old.keys_off IS DISTINCT FROM new.keys_off) OR (old.left_on IS DISTINCT FROM new.left_on) OR ((old.locale)::text IS DISTINCT FROM (new.locale)::text) OR ((old.name)::text IS DISTINCT FROM (new.name)::text) OR ((old.region)::text IS DISTINCT FROM (new.region)::text) OR (old.team_id IS DISTINCT FROM new.team_id) OR ((old.theme)::text IS DISTINCT FROM (new.theme)::text) OR ((old.title)::text IS DISTINCT FROM (new.title)::text) OR ((old.zone)::text IS DISTINCT FROM (new.zone)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_ece54();
COMMENT ON TRIGGER pgtrigger_update_update_ece54 ON public.team_person IS 'bdfa94ac997c21f72d5b4801f03fe2a521bf604a';
CREATE TRIGGER pgtrigger_update_update_edef0 AFTER UPDATE ON public.calendar_category FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_edef0();
COMMENT ON TRIGGER pgtrigger_update_update_edef0 ON public.calendar_category IS '1e14e1fc4b1a9b34eb07720affab8dc072ab80fa';
CREATE TRIGGER pgtrigger_update_update_f2357 AFTER UPDATE ON public.work_project FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_f2357();
COMMENT ON TRIGGER pgtrigger_update_update_f2357 ON public.work_project IS 'cf09ca4cab94eff65ee3d80a468250a467059be7';
CREATE TRIGGER pgtrigger_update_update_f84ce AFTER UPDATE ON public.work_promise FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_f84ce();
COMMENT ON TRIGGER pgtrigger_update_update_f84ce ON public.work_promise IS 'eed577ab25c3b3a48420138621db31fa6205465e';
CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();
CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();
CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();
CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();
CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();
CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.board_closetick
    ADD CONSTRAINT board_closetick_ticked_by_id_ee0aae2c_fk_team_person_id FOREIGN KEY (ticked_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.board_contactreview
    ADD CONSTRAINT board_contactreview_closed_by_id_78b46cc3_fk_team_person_id FOREIGN KEY (closed_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.board_contactreview
    ADD CONSTRAINT board_contactreview_person_id_ed573c4d_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.board_contactreview
    ADD CONSTRAINT board_contactreview_read_by_id_0cfa70b3_fk_team_person_id FOREIGN KEY (read_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.board_dayclose
    ADD CONSTRAINT board_dayclose_closed_by_id_f87ac327_fk_team_person_id FOREIGN KEY (closed_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.board_goal
    ADD CONSTRAINT board_goal_person_id_e60efcb8_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.board_goal
    ADD CONSTRAINT board_goal_team_id_b2454ee6_fk_team_team_id FOREIGN KEY (team_id) REFERENCES public.team_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.board_repday
    ADD CONSTRAINT board_repday_person_id_22d7b4b1_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.board_reviewline
    ADD CONSTRAINT board_reviewline_account_id_ff024455_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.board_reviewline
    ADD CONSTRAINT board_reviewline_review_id_82100a87_fk_board_contactreview_id FOREIGN KEY (review_id) REFERENCES public.board_contactreview(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.board_reviewnote
    ADD CONSTRAINT board_reviewnote_account_id_47f1723f_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.board_reviewnote
    ADD CONSTRAINT board_reviewnote_person_id_4dfd6f3f_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.board_reviewnote
    ADD CONSTRAINT board_reviewnote_review_id_bff099cd_fk_board_contactreview_id FOREIGN KEY (review_id) REFERENCES public.board_contactreview(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_calendar
    ADD CONSTRAINT calendar_calendar_owner_id_f78bc8fd_fk_team_person_id FOREIGN KEY (owner_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_event
    ADD CONSTRAINT calendar_event_account_id_ab3ba1fe_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_event
    ADD CONSTRAINT calendar_event_calendar_id_478e7ee6_fk_calendar_calendar_id FOREIGN KEY (calendar_id) REFERENCES public.calendar_calendar(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_event
    ADD CONSTRAINT calendar_event_organizer_id_bcb880a8_fk_team_person_id FOREIGN KEY (organizer_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_event
    ADD CONSTRAINT calendar_event_series_id_a33733da_fk_calendar_event_id FOREIGN KEY (series_id) REFERENCES public.calendar_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_eventfile
    ADD CONSTRAINT calendar_eventfile_calendar_id_cba0f519_fk_calendar_calendar_id FOREIGN KEY (calendar_id) REFERENCES public.calendar_calendar(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_eventfile
    ADD CONSTRAINT calendar_eventfile_person_id_d6a3919a_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT calendar_feed_calendar_id_1a89c2a9_fk_calendar_calendar_id FOREIGN KEY (calendar_id) REFERENCES public.calendar_calendar(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT calendar_feed_link_id_6b821d7f_fk_core_link_id FOREIGN KEY (link_id) REFERENCES public.core_link(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT calendar_feed_owner_id_21ae3492_fk_team_person_id FOREIGN KEY (owner_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_guest
    ADD CONSTRAINT calendar_guest_contact_id_f0fd498d_fk_directory_contact_id FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_guest
    ADD CONSTRAINT calendar_guest_event_id_1e1803a2_fk_calendar_event_id FOREIGN KEY (event_id) REFERENCES public.calendar_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_guest
    ADD CONSTRAINT calendar_guest_person_id_55ad228e_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_hiddenlayers
    ADD CONSTRAINT calendar_hiddenlayers_person_id_31b4091e_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_invitation
    ADD CONSTRAINT calendar_invitation_account_id_4dd59616_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_invitation
    ADD CONSTRAINT calendar_invitation_event_id_29bf5aeb_fk_calendar_event_id FOREIGN KEY (event_id) REFERENCES public.calendar_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_invitation
    ADD CONSTRAINT calendar_invitation_message_id_eff2fc8d_fk_channels_message_id FOREIGN KEY (message_id) REFERENCES public.channels_message(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_invitation
    ADD CONSTRAINT calendar_invitation_person_id_4f3de30c_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_occurrence
    ADD CONSTRAINT calendar_occurrence_calendar_id_0bd759bf_fk_calendar_ FOREIGN KEY (calendar_id) REFERENCES public.calendar_calendar(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_occurrence
    ADD CONSTRAINT calendar_occurrence_event_id_2dd79354_fk_calendar_event_id FOREIGN KEY (event_id) REFERENCES public.calendar_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_reminder
    ADD CONSTRAINT calendar_reminder_event_id_45636f2b_fk_calendar_event_id FOREIGN KEY (event_id) REFERENCES public.calendar_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendar_reminder
    ADD CONSTRAINT calendar_reminder_person_id_8ae184b1_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_attachment
    ADD CONSTRAINT channels_attachment_holds_id_674de913_fk_channels_message_id FOREIGN KEY (holds_id) REFERENCES public.channels_message(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_attachment
    ADD CONSTRAINT channels_attachment_message_id_b6c11d0e_fk_channels_message_id FOREIGN KEY (message_id) REFERENCES public.channels_message(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_mailanswer
    ADD CONSTRAINT channels_mailanswer_message_id_2c3335b6_fk_channels_message_id FOREIGN KEY (message_id) REFERENCES public.channels_message(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_mailanswer
    ADD CONSTRAINT channels_mailanswer_notice_id_1fe45d06_fk_core_notice_id FOREIGN KEY (notice_id) REFERENCES public.core_notice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_mailanswer
    ADD CONSTRAINT channels_mailanswer_person_id_cadc62d8_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_message
    ADD CONSTRAINT channels_message_account_id_fe053761_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_message
    ADD CONSTRAINT channels_message_answers_id_da12b611_fk_channels_message_id FOREIGN KEY (answers_id) REFERENCES public.channels_message(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_message
    ADD CONSTRAINT channels_message_by_person_id_9e35c860_fk_team_person_id FOREIGN KEY (by_person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_message
    ADD CONSTRAINT channels_message_contact_id_f609c902_fk_directory_contact_id FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_message
    ADD CONSTRAINT channels_message_duplicate_of_id_2be9a211_fk_channels_ FOREIGN KEY (duplicate_of_id) REFERENCES public.channels_message(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_message
    ADD CONSTRAINT channels_message_mailbox_id_ee1652ff_fk_channels_mailbox_id FOREIGN KEY (mailbox_id) REFERENCES public.channels_mailbox(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_message
    ADD CONSTRAINT channels_message_retry_id_6618b680_fk_channels_retry_id FOREIGN KEY (retry_id) REFERENCES public.channels_retry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_message
    ADD CONSTRAINT channels_message_thread_id_09c7cf8d_fk_channels_thread_id FOREIGN KEY (thread_id) REFERENCES public.channels_thread(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_ownfolder
    ADD CONSTRAINT channels_ownfolder_mailbox_id_8451b7e3_fk_channels_ FOREIGN KEY (mailbox_id) REFERENCES public.channels_ownmailbox(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_ownmail
    ADD CONSTRAINT channels_ownmail_contact_id_625ee708_fk_directory_contact_id FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_ownmail
    ADD CONSTRAINT channels_ownmail_mailbox_id_911381c2_fk_channels_ownmailbox_id FOREIGN KEY (mailbox_id) REFERENCES public.channels_ownmailbox(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_ownmail
    ADD CONSTRAINT channels_ownmail_message_id_7f1f0a06_fk_channels_message_id FOREIGN KEY (message_id) REFERENCES public.channels_message(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_ownmailbox
    ADD CONSTRAINT channels_ownmailbox_person_id_5b44ba61_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_ownrule
    ADD CONSTRAINT channels_ownrule_person_id_0d172343_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_owntally
    ADD CONSTRAINT channels_owntally_mailbox_id_7b860032_fk_channels_ownmailbox_id FOREIGN KEY (mailbox_id) REFERENCES public.channels_ownmailbox(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_retry
    ADD CONSTRAINT channels_retry_person_id_af1d5f7b_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_thread
    ADD CONSTRAINT channels_thread_account_id_5b1b7d75_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.channels_thread
    ADD CONSTRAINT channels_thread_contact_id_4c37bbf6_fk_directory_contact_id FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_link
    ADD CONSTRAINT core_link_person_id_d503ced0_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_log
    ADD CONSTRAINT core_log_on_behalf_of_id_ba00fbc6_fk_team_person_id FOREIGN KEY (on_behalf_of_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_log
    ADD CONSTRAINT core_log_person_id_540d9758_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_notice
    ADD CONSTRAINT core_notice_bundle_id_ead26685_fk_core_notice_id FOREIGN KEY (bundle_id) REFERENCES public.core_notice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_notice
    ADD CONSTRAINT core_notice_by_person_id_9f1ef9aa_fk_team_person_id FOREIGN KEY (by_person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_notice
    ADD CONSTRAINT core_notice_person_id_3c1dbf2f_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_run
    ADD CONSTRAINT core_run_on_behalf_of_id_1f844f8a_fk_team_person_id FOREIGN KEY (on_behalf_of_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_run
    ADD CONSTRAINT core_run_person_id_c5e1b01c_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_run
    ADD CONSTRAINT core_run_undoes_id_d4af2e84_fk_core_run_id FOREIGN KEY (undoes_id) REFERENCES public.core_run(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_runtarget
    ADD CONSTRAINT core_runtarget_run_id_b4f3442c_fk_core_run_id FOREIGN KEY (run_id) REFERENCES public.core_run(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_timelineentry
    ADD CONSTRAINT core_timelineentry_person_id_95438fc7_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_account
    ADD CONSTRAINT directory_account_bill_to_id_fee7f3a7_fk_directory_account_id FOREIGN KEY (bill_to_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_account
    ADD CONSTRAINT directory_account_merged_into_id_7f4f3f56_fk_directory FOREIGN KEY (merged_into_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_account
    ADD CONSTRAINT directory_account_owner_id_34cca536_fk_team_person_id FOREIGN KEY (owner_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_account
    ADD CONSTRAINT directory_account_parent_id_daa9e5eb_fk_directory_account_id FOREIGN KEY (parent_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_accountdomain
    ADD CONSTRAINT directory_accountdom_account_id_8b782a64_fk_directory FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_accountfacts
    ADD CONSTRAINT directory_accountfac_account_id_2f6318cc_fk_directory FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_accountfile
    ADD CONSTRAINT directory_accountfil_account_id_4c75caf9_fk_directory FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_accountfile
    ADD CONSTRAINT directory_accountfil_contact_id_bcd9a7ec_fk_directory FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_accountfile
    ADD CONSTRAINT directory_accountfile_added_by_id_152518c1_fk_team_person_id FOREIGN KEY (added_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_accountowner
    ADD CONSTRAINT directory_accountown_account_id_b5e6cdf8_fk_directory FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_accountowner
    ADD CONSTRAINT directory_accountowner_person_id_c2a9804c_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_attempt
    ADD CONSTRAINT directory_attempt_account_id_41bf2da5_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_attempt
    ADD CONSTRAINT directory_attempt_contact_id_b561bdaa_fk_directory_contact_id FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_attempt
    ADD CONSTRAINT directory_attempt_person_id_d97e7307_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_consent
    ADD CONSTRAINT directory_consent_contact_id_ea2ba84b_fk_directory_contact_id FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_consent
    ADD CONSTRAINT directory_consent_person_id_d2a61fec_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_contact
    ADD CONSTRAINT directory_contact_account_id_c140c205_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_contact
    ADD CONSTRAINT directory_contact_location_id_ac0d640d_fk_directory_location_id FOREIGN KEY (location_id) REFERENCES public.directory_location(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_contact
    ADD CONSTRAINT directory_contact_merged_into_id_20ebbdef_fk_directory FOREIGN KEY (merged_into_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_contactemail
    ADD CONSTRAINT directory_contactema_contact_id_50d651fb_fk_directory FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_contactphone
    ADD CONSTRAINT directory_contactpho_contact_id_70a8b0a4_fk_directory FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_donotcalllist
    ADD CONSTRAINT directory_donotcalllist_person_id_3fa2d4f8_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_duplicatepair
    ADD CONSTRAINT directory_duplicatep_account_a_id_15cd4604_fk_directory FOREIGN KEY (account_a_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_duplicatepair
    ADD CONSTRAINT directory_duplicatep_account_b_id_4f120e7c_fk_directory FOREIGN KEY (account_b_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_duplicatepair
    ADD CONSTRAINT directory_duplicatep_contact_a_id_c4a26aee_fk_directory FOREIGN KEY (contact_a_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_duplicatepair
    ADD CONSTRAINT directory_duplicatep_contact_b_id_c984bac3_fk_directory FOREIGN KEY (contact_b_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_duplicatepair
    ADD CONSTRAINT directory_duplicatep_decided_by_id_9890118e_fk_team_pers FOREIGN KEY (decided_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_duplicatesearch
    ADD CONSTRAINT directory_duplicates_started_by_id_2b28a0ca_fk_team_pers FOREIGN KEY (started_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_externalid
    ADD CONSTRAINT directory_externalid_account_id_5540361d_fk_directory FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_externalid
    ADD CONSTRAINT directory_externalid_contact_id_c8d4285d_fk_directory FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_import
    ADD CONSTRAINT directory_import_corrects_id_f372e130_fk_directory_import_id FOREIGN KEY (corrects_id) REFERENCES public.directory_import(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_import
    ADD CONSTRAINT directory_import_going_by_id_99b3b3ec_fk_team_person_id FOREIGN KEY (going_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_import
    ADD CONSTRAINT directory_import_person_id_6987555c_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_importrow
    ADD CONSTRAINT directory_importrow_batch_id_392d7c5e_fk_directory_import_id FOREIGN KEY (batch_id) REFERENCES public.directory_import(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_listednumber
    ADD CONSTRAINT directory_listednumb_of_id_886f58ca_fk_directory FOREIGN KEY (of_id) REFERENCES public.directory_donotcalllist(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_location
    ADD CONSTRAINT directory_location_account_id_8c3bfc25_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_merge
    ADD CONSTRAINT directory_merge_by_person_id_8271ce0a_fk_team_person_id FOREIGN KEY (by_person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_merge
    ADD CONSTRAINT directory_merge_gone_account_id_15afa0bf_fk_directory FOREIGN KEY (gone_account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_merge
    ADD CONSTRAINT directory_merge_gone_contact_id_1782091a_fk_directory FOREIGN KEY (gone_contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_merge
    ADD CONSTRAINT directory_merge_kept_account_id_1d3a12b7_fk_directory FOREIGN KEY (kept_account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_merge
    ADD CONSTRAINT directory_merge_kept_contact_id_6b49c913_fk_directory FOREIGN KEY (kept_contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_merge
    ADD CONSTRAINT directory_merge_undone_by_id_1f504860_fk_team_person_id FOREIGN KEY (undone_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_mergedrow
    ADD CONSTRAINT directory_mergedrow_merge_id_429fce4c_fk_directory_merge_id FOREIGN KEY (merge_id) REFERENCES public.directory_merge(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_networkmembership
    ADD CONSTRAINT directory_networkmem_account_id_94123fde_fk_directory FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_networkmembership
    ADD CONSTRAINT directory_networkmem_network_id_02beaa5a_fk_directory FOREIGN KEY (network_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_override
    ADD CONSTRAINT directory_override_contact_id_3dfe2566_fk_directory_contact_id FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_override
    ADD CONSTRAINT directory_override_person_id_79fab257_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_relation
    ADD CONSTRAINT directory_relation_account_id_4d9af472_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_relation
    ADD CONSTRAINT directory_relation_category_id_309c40af_fk_directory FOREIGN KEY (category_id) REFERENCES public.directory_relationcategory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_relation
    ADD CONSTRAINT directory_relation_partner_id_08b27b90_fk_directory_account_id FOREIGN KEY (partner_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_suppression
    ADD CONSTRAINT directory_suppressio_contact_id_284da4dc_fk_directory FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_territoryaccount
    ADD CONSTRAINT directory_territorya_account_id_6cd9fc70_fk_directory FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_territoryaccount
    ADD CONSTRAINT directory_territorya_change_id_8d181eea_fk_team_terr FOREIGN KEY (change_id) REFERENCES public.team_territorychange(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_territoryaccount
    ADD CONSTRAINT directory_territorya_ended_by_id_e3ea500a_fk_team_terr FOREIGN KEY (ended_by_id) REFERENCES public.team_territorychange(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_territoryaccount
    ADD CONSTRAINT directory_territorya_territory_id_4faca544_fk_team_terr FOREIGN KEY (territory_id) REFERENCES public.team_territory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_territorymove
    ADD CONSTRAINT directory_territorym_account_id_d74e11c0_fk_directory FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_territorymove
    ADD CONSTRAINT directory_territorym_change_id_3f6f1c47_fk_team_terr FOREIGN KEY (change_id) REFERENCES public.team_territorychange(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_territorymove
    ADD CONSTRAINT directory_territorym_territory_id_865d7e12_fk_team_terr FOREIGN KEY (territory_id) REFERENCES public.team_territory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_territorymove
    ADD CONSTRAINT directory_territorymove_after_id_b6049640_fk_team_person_id FOREIGN KEY (after_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_territorymove
    ADD CONSTRAINT directory_territorymove_before_id_6394d671_fk_team_person_id FOREIGN KEY (before_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.intake_assignment
    ADD CONSTRAINT intake_assignment_assigned_by_id_ae10e833_fk_team_person_id FOREIGN KEY (assigned_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.intake_assignment
    ADD CONSTRAINT intake_assignment_item_id_89880562_fk_intake_queueitem_id FOREIGN KEY (item_id) REFERENCES public.intake_queueitem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.intake_assignment
    ADD CONSTRAINT intake_assignment_person_id_abfa91c1_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.intake_assignment
    ADD CONSTRAINT intake_assignment_rule_id_73fd48ce_fk_intake_routingrule_id FOREIGN KEY (rule_id) REFERENCES public.intake_routingrule(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.intake_assignment
    ADD CONSTRAINT intake_assignment_task_id_e79123f0_fk_work_task_id FOREIGN KEY (task_id) REFERENCES public.work_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.intake_decision
    ADD CONSTRAINT intake_decision_item_id_47be50ff_fk_intake_queueitem_id FOREIGN KEY (item_id) REFERENCES public.intake_queueitem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.intake_decision
    ADD CONSTRAINT intake_decision_rule_id_186b41ef_fk_intake_routingrule_id FOREIGN KEY (rule_id) REFERENCES public.intake_routingrule(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.intake_decision
    ADD CONSTRAINT intake_decision_winner_id_d25e60b7_fk_team_person_id FOREIGN KEY (winner_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.intake_queueitem
    ADD CONSTRAINT intake_queueitem_account_id_986f0657_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.intake_queueitem
    ADD CONSTRAINT intake_queueitem_contact_id_8761c8e7_fk_directory_contact_id FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.intake_queueitem
    ADD CONSTRAINT intake_queueitem_message_id_51964202_fk_channels_message_id FOREIGN KEY (message_id) REFERENCES public.channels_message(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.intake_queueitem
    ADD CONSTRAINT intake_queueitem_person_id_328f4a1d_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.intake_queueitem
    ADD CONSTRAINT intake_queueitem_pool_id_44881922_fk_team_pool_id FOREIGN KEY (pool_id) REFERENCES public.team_pool(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.intake_queueitem
    ADD CONSTRAINT intake_queueitem_proposed_to_id_aaacb71f_fk_team_person_id FOREIGN KEY (proposed_to_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.intake_queueitem
    ADD CONSTRAINT intake_queueitem_rule_id_e2759bf0_fk_intake_routingrule_id FOREIGN KEY (rule_id) REFERENCES public.intake_routingrule(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.intake_routingrule
    ADD CONSTRAINT intake_routingrule_person_id_1294dd73_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.intake_routingrule
    ADD CONSTRAINT intake_routingrule_pool_id_371ea626_fk_team_pool_id FOREIGN KEY (pool_id) REFERENCES public.team_pool(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.intake_turn
    ADD CONSTRAINT intake_turn_person_id_95d87f36_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.intake_turn
    ADD CONSTRAINT intake_turn_rule_id_5c7f35b1_fk_intake_routingrule_id FOREIGN KEY (rule_id) REFERENCES public.intake_routingrule(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.journal_draftedinteraction
    ADD CONSTRAINT journal_draftedinter_account_id_f718bef9_fk_directory FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.journal_draftedinteraction_contacts
    ADD CONSTRAINT journal_draftedinter_contact_id_2f7de081_fk_directory FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.journal_draftedinteraction_contacts
    ADD CONSTRAINT journal_draftedinter_draftedinteraction_i_3cf3b542_fk_journal_d FOREIGN KEY (draftedinteraction_id) REFERENCES public.journal_draftedinteraction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.journal_draftedinteraction
    ADD CONSTRAINT journal_draftedinter_interaction_id_dc5f0ee9_fk_journal_i FOREIGN KEY (interaction_id) REFERENCES public.journal_interaction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.journal_draftedinteraction
    ADD CONSTRAINT journal_draftedinter_message_id_02158f5e_fk_channels_ FOREIGN KEY (message_id) REFERENCES public.channels_message(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.journal_draftedinteraction
    ADD CONSTRAINT journal_draftedinteraction_person_id_d30e2135_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.journal_interaction_others
    ADD CONSTRAINT journal_interaction__contact_id_6f2ac6fe_fk_directory FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.journal_interaction_others
    ADD CONSTRAINT journal_interaction__interaction_id_2df2f944_fk_journal_i FOREIGN KEY (interaction_id) REFERENCES public.journal_interaction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.journal_interaction_colleagues
    ADD CONSTRAINT journal_interaction__interaction_id_5738a6ef_fk_journal_i FOREIGN KEY (interaction_id) REFERENCES public.journal_interaction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.journal_interaction_colleagues
    ADD CONSTRAINT journal_interaction__person_id_47aabc33_fk_team_pers FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.journal_interaction
    ADD CONSTRAINT journal_interaction_contact_id_a57329dc_fk_directory_contact_id FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.journal_interaction
    ADD CONSTRAINT journal_interaction_message_id_52a39ba4_fk_channels_message_id FOREIGN KEY (message_id) REFERENCES public.channels_message(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.journal_interaction
    ADD CONSTRAINT journal_interaction_person_id_5ccfe4e4_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.journal_interactionaccount
    ADD CONSTRAINT journal_interactiona_account_id_760144b0_fk_directory FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.journal_interactionaccount
    ADD CONSTRAINT journal_interactiona_attempt_id_b2a0f0bd_fk_directory FOREIGN KEY (attempt_id) REFERENCES public.directory_attempt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.journal_interactionaccount
    ADD CONSTRAINT journal_interactiona_interaction_id_1e7e680f_fk_journal_i FOREIGN KEY (interaction_id) REFERENCES public.journal_interaction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.journal_interactionfile
    ADD CONSTRAINT journal_interactionf_interaction_id_4e0c4e56_fk_journal_i FOREIGN KEY (interaction_id) REFERENCES public.journal_interaction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.journal_notescore
    ADD CONSTRAINT journal_notescore_interaction_id_69e7c7ee_fk_journal_i FOREIGN KEY (interaction_id) REFERENCES public.journal_interaction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.journal_notescore
    ADD CONSTRAINT journal_notescore_person_id_4c2ceeb8_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.journal_notetemplate
    ADD CONSTRAINT journal_notetemplate_owner_id_e5ab9aca_fk_team_person_id FOREIGN KEY (owner_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.kit_apitoken
    ADD CONSTRAINT kit_apitoken_person_id_c3eaedca_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.kit_draft
    ADD CONSTRAINT kit_draft_person_id_22d22b24_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.kit_enclosure
    ADD CONSTRAINT kit_enclosure_notice_id_05dcf9a7_fk_core_notice_id FOREIGN KEY (notice_id) REFERENCES public.core_notice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.kit_keymap
    ADD CONSTRAINT kit_keymap_person_id_0d4a6c4f_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.kit_livelink
    ADD CONSTRAINT kit_livelink_link_id_56ec6ec9_fk_core_link_id FOREIGN KEY (link_id) REFERENCES public.core_link(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.kit_livelink
    ADD CONSTRAINT kit_livelink_owner_id_b5986d8b_fk_team_person_id FOREIGN KEY (owner_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.kit_parked
    ADD CONSTRAINT kit_parked_person_id_1a31e7dc_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.kit_presence
    ADD CONSTRAINT kit_presence_person_id_481a768b_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.kit_receiver
    ADD CONSTRAINT kit_receiver_person_id_6d84ab3d_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.kit_receiver
    ADD CONSTRAINT kit_receiver_schedule_id_dbf60a58_fk_kit_schedule_id FOREIGN KEY (schedule_id) REFERENCES public.kit_schedule(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.kit_savedview
    ADD CONSTRAINT kit_savedview_owner_id_1444223b_fk_team_person_id FOREIGN KEY (owner_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.kit_schedule
    ADD CONSTRAINT kit_schedule_owner_id_42c28aa0_fk_team_person_id FOREIGN KEY (owner_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.kit_used
    ADD CONSTRAINT kit_used_person_id_cd14d8d6_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.kit_viewdefault
    ADD CONSTRAINT kit_viewdefault_view_id_3657db6b_fk_kit_savedview_id FOREIGN KEY (view_id) REFERENCES public.kit_savedview(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.kit_visit
    ADD CONSTRAINT kit_visit_person_id_f23166b2_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_cancellation
    ADD CONSTRAINT orders_cancellation_account_id_74dbe287_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_cancellation
    ADD CONSTRAINT orders_cancellation_decided_by_id_8f028f1d_fk_team_person_id FOREIGN KEY (decided_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_cancellation
    ADD CONSTRAINT orders_cancellation_logged_by_id_000e1edd_fk_team_person_id FOREIGN KEY (logged_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_cancellation
    ADD CONSTRAINT orders_cancellation_order_id_d4fb1677_fk_orders_order_id FOREIGN KEY (order_id) REFERENCES public.orders_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_cancellation
    ADD CONSTRAINT orders_cancellation_reason_id_6fff2044_fk_orders_ca FOREIGN KEY (reason_id) REFERENCES public.orders_cancellationreason(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_cancellation
    ADD CONSTRAINT orders_cancellation_save_task_id_0689b76e_fk_work_task_id FOREIGN KEY (save_task_id) REFERENCES public.work_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_cancellation
    ADD CONSTRAINT orders_cancellation_subscription_id_3d40e8df_fk_orders_su FOREIGN KEY (subscription_id) REFERENCES public.orders_subscription(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_cancellationreason
    ADD CONSTRAINT orders_cancellationr_parent_id_6ae496e5_fk_orders_ca FOREIGN KEY (parent_id) REFERENCES public.orders_cancellationreason(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_deskcheckanswer
    ADD CONSTRAINT orders_deskcheckansw_question_id_ca34e6fe_fk_orders_de FOREIGN KEY (question_id) REFERENCES public.orders_deskquestion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_deskcheckanswer
    ADD CONSTRAINT orders_deskcheckanswer_by_id_9bdb0dff_fk_team_person_id FOREIGN KEY (by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_deskcheckanswer
    ADD CONSTRAINT orders_deskcheckanswer_order_id_672fdcb0_fk_orders_order_id FOREIGN KEY (order_id) REFERENCES public.orders_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_fulfilmentstep
    ADD CONSTRAINT orders_fulfilmentstep_product_id_b836a9f0_fk_orders_product_id FOREIGN KEY (product_id) REFERENCES public.orders_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_fulfilmentstep
    ADD CONSTRAINT orders_fulfilmentstep_team_id_010750f3_fk_team_team_id FOREIGN KEY (team_id) REFERENCES public.team_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_movement
    ADD CONSTRAINT orders_movement_account_id_0126d3e5_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_movement
    ADD CONSTRAINT orders_movement_entry_id_0cb9b616_fk_orders_mrrentry_id FOREIGN KEY (entry_id) REFERENCES public.orders_mrrentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_movement
    ADD CONSTRAINT orders_movement_owner_id_371d9f45_fk_team_person_id FOREIGN KEY (owner_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_movement
    ADD CONSTRAINT orders_movement_product_id_c74f23cd_fk_orders_product_id FOREIGN KEY (product_id) REFERENCES public.orders_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_mrrentry
    ADD CONSTRAINT orders_mrrentry_account_id_2b0a5e28_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_mrrentry
    ADD CONSTRAINT orders_mrrentry_corrects_id_adb987f5_fk_orders_mrrentry_id FOREIGN KEY (corrects_id) REFERENCES public.orders_mrrentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_mrrentry
    ADD CONSTRAINT orders_mrrentry_order_line_id_4a7e29a0_fk_orders_orderline_id FOREIGN KEY (order_line_id) REFERENCES public.orders_orderline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_mrrentry
    ADD CONSTRAINT orders_mrrentry_owner_id_83e76a4f_fk_team_person_id FOREIGN KEY (owner_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_mrrentry
    ADD CONSTRAINT orders_mrrentry_subscription_id_0298b789_fk_orders_su FOREIGN KEY (subscription_id) REFERENCES public.orders_subscription(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_onetimeentry
    ADD CONSTRAINT orders_onetimeentry_account_id_06e3af63_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_onetimeentry
    ADD CONSTRAINT orders_onetimeentry_corrects_id_9992d0b4_fk_orders_on FOREIGN KEY (corrects_id) REFERENCES public.orders_onetimeentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_onetimeentry
    ADD CONSTRAINT orders_onetimeentry_order_line_id_09e0f66c_fk_orders_or FOREIGN KEY (order_line_id) REFERENCES public.orders_orderline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_onetimeentry
    ADD CONSTRAINT orders_onetimeentry_owner_id_ee907411_fk_team_person_id FOREIGN KEY (owner_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_onetimeentry
    ADD CONSTRAINT orders_onetimeentry_product_id_b527b8a7_fk_orders_product_id FOREIGN KEY (product_id) REFERENCES public.orders_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_accepted_by_id_c7e024b5_fk_team_person_id FOREIGN KEY (accepted_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_account_id_cf843c80_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_approval_id_23dbefd6_fk_work_approval_id FOREIGN KEY (approval_id) REFERENCES public.work_approval(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_contact_id_351ea2f1_fk_directory_contact_id FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_owner_id_b000b586_fk_team_person_id FOREIGN KEY (owner_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_order
    ADD CONSTRAINT orders_order_submitted_by_id_d6696d33_fk_team_person_id FOREIGN KEY (submitted_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT orders_orderline_ends_id_a7bbbd38_fk_orders_subscription_id FOREIGN KEY (ends_id) REFERENCES public.orders_subscription(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT orders_orderline_order_id_17f8f3ef_fk_orders_order_id FOREIGN KEY (order_id) REFERENCES public.orders_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT orders_orderline_product_id_a68772b6_fk_orders_product_id FOREIGN KEY (product_id) REFERENCES public.orders_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_orderstep
    ADD CONSTRAINT orders_orderstep_line_id_27cf3b0a_fk_orders_orderline_id FOREIGN KEY (line_id) REFERENCES public.orders_orderline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_orderstep
    ADD CONSTRAINT orders_orderstep_order_id_5ffd2a28_fk_orders_order_id FOREIGN KEY (order_id) REFERENCES public.orders_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_orderstep
    ADD CONSTRAINT orders_orderstep_task_id_c1113a46_fk_work_task_id FOREIGN KEY (task_id) REFERENCES public.work_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_orderstep
    ADD CONSTRAINT orders_orderstep_team_id_3d9d6558_fk_team_team_id FOREIGN KEY (team_id) REFERENCES public.team_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_saveentry
    ADD CONSTRAINT orders_saveentry_account_id_37d9d477_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_saveentry
    ADD CONSTRAINT orders_saveentry_corrects_id_1241297c_fk_orders_saveentry_id FOREIGN KEY (corrects_id) REFERENCES public.orders_saveentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_saveentry
    ADD CONSTRAINT orders_saveentry_owner_id_88679ca0_fk_team_person_id FOREIGN KEY (owner_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_saveentry
    ADD CONSTRAINT orders_saveentry_subscription_id_d62bb0a3_fk_orders_su FOREIGN KEY (subscription_id) REFERENCES public.orders_subscription(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_subscription
    ADD CONSTRAINT orders_subscription_account_id_43c91dc5_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_subscription
    ADD CONSTRAINT orders_subscription_order_line_id_2cab0f77_fk_orders_or FOREIGN KEY (order_line_id) REFERENCES public.orders_orderline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_subscription
    ADD CONSTRAINT orders_subscription_product_id_cdfe4407_fk_orders_product_id FOREIGN KEY (product_id) REFERENCES public.orders_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pipeline_lead
    ADD CONSTRAINT pipeline_lead_account_id_c9d3cb27_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pipeline_lead
    ADD CONSTRAINT pipeline_lead_contact_id_2e502dd3_fk_directory_contact_id FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pipeline_lead
    ADD CONSTRAINT pipeline_lead_message_id_293e2c36_fk_channels_message_id FOREIGN KEY (message_id) REFERENCES public.channels_message(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pipeline_lead
    ADD CONSTRAINT pipeline_lead_owner_id_54a0b58b_fk_team_person_id FOREIGN KEY (owner_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pipeline_opportunity
    ADD CONSTRAINT pipeline_opportunity_account_id_fb3875c5_fk_directory FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pipeline_opportunity
    ADD CONSTRAINT pipeline_opportunity_contact_id_2cb390de_fk_directory FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pipeline_opportunity
    ADD CONSTRAINT pipeline_opportunity_lead_id_f5e43487_fk_pipeline_lead_id FOREIGN KEY (lead_id) REFERENCES public.pipeline_lead(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pipeline_opportunity
    ADD CONSTRAINT pipeline_opportunity_owner_id_8f4fd814_fk_team_person_id FOREIGN KEY (owner_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);
ALTER TABLE ONLY public.team_absence
    ADD CONSTRAINT team_absence_cover_id_dc5ead45_fk_team_person_id FOREIGN KEY (cover_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_absence
    ADD CONSTRAINT team_absence_person_id_4a537e3d_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_leaving
    ADD CONSTRAINT team_leaving_person_id_425eec6a_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_leaving
    ADD CONSTRAINT team_leaving_successor_id_3a1feced_fk_team_person_id FOREIGN KEY (successor_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_leavingmove
    ADD CONSTRAINT team_leavingmove_leaving_id_db8def16_fk_team_leaving_id FOREIGN KEY (leaving_id) REFERENCES public.team_leaving(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_leavingmove
    ADD CONSTRAINT team_leavingmove_to_id_574bfcb8_fk_team_person_id FOREIGN KEY (to_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_leavingrule
    ADD CONSTRAINT team_leavingrule_leaving_id_2b465082_fk_team_leaving_id FOREIGN KEY (leaving_id) REFERENCES public.team_leaving(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_leavingrule
    ADD CONSTRAINT team_leavingrule_person_id_f5592710_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_leavingrule
    ADD CONSTRAINT team_leavingrule_pool_id_02881d29_fk_team_pool_id FOREIGN KEY (pool_id) REFERENCES public.team_pool(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_mention
    ADD CONSTRAINT team_mention_person_id_33854318_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_noticechoice
    ADD CONSTRAINT team_noticechoice_person_id_2f047ac7_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_noticechoice
    ADD CONSTRAINT team_noticechoice_team_id_a8812127_fk_team_team_id FOREIGN KEY (team_id) REFERENCES public.team_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_person
    ADD CONSTRAINT team_person_team_id_6f3ebd00_fk_team_team_id FOREIGN KEY (team_id) REFERENCES public.team_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_personrole
    ADD CONSTRAINT team_personrole_person_id_2bc10e7b_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_poolmember
    ADD CONSTRAINT team_poolmember_person_id_bc92d037_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_poolmember
    ADD CONSTRAINT team_poolmember_pool_id_387a6c67_fk_team_pool_id FOREIGN KEY (pool_id) REFERENCES public.team_pool(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_quiettime
    ADD CONSTRAINT team_quiettime_person_id_31444983_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_session
    ADD CONSTRAINT team_session_person_id_9de5f66a_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_signin
    ADD CONSTRAINT team_signin_person_id_2e90f7a3_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_team
    ADD CONSTRAINT team_team_manager_id_5c49fe66_fk_team_person_id FOREIGN KEY (manager_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_territorychange
    ADD CONSTRAINT team_territorychange_published_by_id_8b3301ad_fk_team_person_id FOREIGN KEY (published_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_territoryholder
    ADD CONSTRAINT team_territoryholder_change_id_63581299_fk_team_terr FOREIGN KEY (change_id) REFERENCES public.team_territorychange(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_territoryholder
    ADD CONSTRAINT team_territoryholder_ended_by_id_4fd79311_fk_team_terr FOREIGN KEY (ended_by_id) REFERENCES public.team_territorychange(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_territoryholder
    ADD CONSTRAINT team_territoryholder_person_id_bb67a262_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_territoryholder
    ADD CONSTRAINT team_territoryholder_pool_id_fe764d21_fk_team_pool_id FOREIGN KEY (pool_id) REFERENCES public.team_pool(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_territoryholder
    ADD CONSTRAINT team_territoryholder_territory_id_b855b93f_fk_team_territory_id FOREIGN KEY (territory_id) REFERENCES public.team_territory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_territoryterms
    ADD CONSTRAINT team_territoryterms_change_id_311ed057_fk_team_terr FOREIGN KEY (change_id) REFERENCES public.team_territorychange(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_territoryterms
    ADD CONSTRAINT team_territoryterms_ended_by_id_7c75db93_fk_team_terr FOREIGN KEY (ended_by_id) REFERENCES public.team_territorychange(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_territoryterms
    ADD CONSTRAINT team_territoryterms_territory_id_4509c2ce_fk_team_territory_id FOREIGN KEY (territory_id) REFERENCES public.team_territory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.team_workhours
    ADD CONSTRAINT team_workhours_person_id_aaf55ee0_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_anchor
    ADD CONSTRAINT work_anchor_account_id_4ab63b54_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_anchor
    ADD CONSTRAINT work_anchor_after_id_66b32a38_fk_work_anchor_id FOREIGN KEY (after_id) REFERENCES public.work_anchor(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_anchor
    ADD CONSTRAINT work_anchor_owner_id_bc406a1d_fk_team_person_id FOREIGN KEY (owner_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_approval
    ADD CONSTRAINT work_approval_account_id_1108821f_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_approval
    ADD CONSTRAINT work_approval_asked_by_id_066a474c_fk_team_person_id FOREIGN KEY (asked_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_approval
    ADD CONSTRAINT work_approval_task_id_a5b95580_fk_work_task_id FOREIGN KEY (task_id) REFERENCES public.work_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_approvalrule
    ADD CONSTRAINT work_approvalrule_backup_id_a6b4545d_fk_team_person_id FOREIGN KEY (backup_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_approvalrule
    ADD CONSTRAINT work_approvalrule_person_id_ffbc115f_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_approvalstep
    ADD CONSTRAINT work_approvalstep_approval_id_ea53a4f3_fk_work_approval_id FOREIGN KEY (approval_id) REFERENCES public.work_approval(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_approvalstep
    ADD CONSTRAINT work_approvalstep_decided_by_id_c4399ef7_fk_team_person_id FOREIGN KEY (decided_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_approvalstep
    ADD CONSTRAINT work_approvalstep_rule_id_f1cb8a35_fk_work_approvalrule_id FOREIGN KEY (rule_id) REFERENCES public.work_approvalrule(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_approvalstep
    ADD CONSTRAINT work_approvalstep_sent_to_id_3fc5f379_fk_team_person_id FOREIGN KEY (sent_to_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_clock
    ADD CONSTRAINT work_clock_level_id_4f18f34c_fk_work_servicelevel_id FOREIGN KEY (level_id) REFERENCES public.work_servicelevel(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_clock
    ADD CONSTRAINT work_clock_team_id_cc7f261f_fk_team_team_id FOREIGN KEY (team_id) REFERENCES public.team_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_deadline
    ADD CONSTRAINT work_deadline_anchor_id_570f4297_fk_work_anchor_id FOREIGN KEY (anchor_id) REFERENCES public.work_anchor(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_deadline
    ADD CONSTRAINT work_deadline_task_id_5b477203_fk_work_task_id FOREIGN KEY (task_id) REFERENCES public.work_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_handoff
    ADD CONSTRAINT work_handoff_accepted_by_id_455b6255_fk_team_person_id FOREIGN KEY (accepted_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_handoff
    ADD CONSTRAINT work_handoff_account_id_e42a5171_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_handoff
    ADD CONSTRAINT work_handoff_contact_id_eb354355_fk_directory_contact_id FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_handoff
    ADD CONSTRAINT work_handoff_requested_by_id_e28c84c0_fk_team_person_id FOREIGN KEY (requested_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_handoff
    ADD CONSTRAINT work_handoff_resolution_id_df892c18_fk_work_clock_id FOREIGN KEY (resolution_id) REFERENCES public.work_clock(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_handoff
    ADD CONSTRAINT work_handoff_response_id_04490146_fk_work_clock_id FOREIGN KEY (response_id) REFERENCES public.work_clock(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_handoff
    ADD CONSTRAINT work_handoff_task_id_d196bde5_fk_work_task_id FOREIGN KEY (task_id) REFERENCES public.work_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_handoff
    ADD CONSTRAINT work_handoff_team_id_98117a25_fk_team_team_id FOREIGN KEY (team_id) REFERENCES public.team_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_handoffletter
    ADD CONSTRAINT work_handoffletter_handoff_id_0514ad4a_fk_work_handoff_id FOREIGN KEY (handoff_id) REFERENCES public.work_handoff(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_handoffreply
    ADD CONSTRAINT work_handoffreply_handoff_id_89e1dc93_fk_work_handoff_id FOREIGN KEY (handoff_id) REFERENCES public.work_handoff(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_handoffreply
    ADD CONSTRAINT work_handoffreply_message_id_d852b035_fk_channels_message_id FOREIGN KEY (message_id) REFERENCES public.channels_message(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_handoffstep
    ADD CONSTRAINT work_handoffstep_handoff_id_3a5befa5_fk_work_handoff_id FOREIGN KEY (handoff_id) REFERENCES public.work_handoff(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_handoffstep
    ADD CONSTRAINT work_handoffstep_person_id_9f70fbd3_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_improvement
    ADD CONSTRAINT work_improvement_person_id_b4d792f9_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_improvement
    ADD CONSTRAINT work_improvement_team_id_77961b73_fk_team_team_id FOREIGN KEY (team_id) REFERENCES public.team_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_project
    ADD CONSTRAINT work_project_account_id_41adcbd0_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_project
    ADD CONSTRAINT work_project_anchor_id_1e532bc6_fk_work_anchor_id FOREIGN KEY (anchor_id) REFERENCES public.work_anchor(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_project
    ADD CONSTRAINT work_project_owner_id_84c97f90_fk_team_person_id FOREIGN KEY (owner_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_project
    ADD CONSTRAINT work_project_template_id_237e1feb_fk_work_projecttemplate_id FOREIGN KEY (template_id) REFERENCES public.work_projecttemplate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_projectstep
    ADD CONSTRAINT work_projectstep_project_id_24f36b82_fk_work_project_id FOREIGN KEY (project_id) REFERENCES public.work_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_projectstep
    ADD CONSTRAINT work_projectstep_task_id_2affbcb5_fk_work_task_id FOREIGN KEY (task_id) REFERENCES public.work_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_projecttemplate
    ADD CONSTRAINT work_projecttemplate_owner_id_a9463421_fk_team_person_id FOREIGN KEY (owner_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_promise
    ADD CONSTRAINT work_promise_contact_id_ffa01409_fk_directory_contact_id FOREIGN KEY (contact_id) REFERENCES public.directory_contact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_promise
    ADD CONSTRAINT work_promise_promised_by_id_1067d3c0_fk_team_person_id FOREIGN KEY (promised_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_promise
    ADD CONSTRAINT work_promise_task_id_b6769be0_fk_work_task_id FOREIGN KEY (task_id) REFERENCES public.work_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_promise
    ADD CONSTRAINT work_promise_team_id_3dc24faa_fk_team_team_id FOREIGN KEY (team_id) REFERENCES public.team_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_servicelevel
    ADD CONSTRAINT work_servicelevel_team_id_0b6e56a8_fk_team_team_id FOREIGN KEY (team_id) REFERENCES public.team_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_steptie
    ADD CONSTRAINT work_steptie_step_id_88c3801d_fk_work_projectstep_id FOREIGN KEY (step_id) REFERENCES public.work_projectstep(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_steptie
    ADD CONSTRAINT work_steptie_waits_for_id_19303578_fk_work_projectstep_id FOREIGN KEY (waits_for_id) REFERENCES public.work_projectstep(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_task
    ADD CONSTRAINT work_task_account_id_7717a336_fk_directory_account_id FOREIGN KEY (account_id) REFERENCES public.directory_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_task
    ADD CONSTRAINT work_task_created_by_id_2b386c3c_fk_team_person_id FOREIGN KEY (created_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_task
    ADD CONSTRAINT work_task_done_by_id_0b31e15f_fk_team_person_id FOREIGN KEY (done_by_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_task
    ADD CONSTRAINT work_task_owner_id_40f60110_fk_team_person_id FOREIGN KEY (owner_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_task
    ADD CONSTRAINT work_task_team_id_f101b098_fk_team_team_id FOREIGN KEY (team_id) REFERENCES public.team_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_templatestep
    ADD CONSTRAINT work_templatestep_person_id_ed6554fa_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_templatestep
    ADD CONSTRAINT work_templatestep_template_id_8184f07f_fk_work_proj FOREIGN KEY (template_id) REFERENCES public.work_projecttemplate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_templatetie
    ADD CONSTRAINT work_templatetie_step_id_619c368c_fk_work_templatestep_id FOREIGN KEY (step_id) REFERENCES public.work_templatestep(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_templatetie
    ADD CONSTRAINT work_templatetie_waits_for_id_c9cdaee3_fk_work_templatestep_id FOREIGN KEY (waits_for_id) REFERENCES public.work_templatestep(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.work_timeblock
    ADD CONSTRAINT work_timeblock_person_id_069c232f_fk_team_person_id FOREIGN KEY (person_id) REFERENCES public.team_person(id) DEFERRABLE INITIALLY DEFERRED;
GRANT USAGE ON SCHEMA public TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_jobs TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group TO callboard_app;
GRANT ALL ON SEQUENCE public.auth_group_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group_permissions TO callboard_app;
GRANT ALL ON SEQUENCE public.auth_group_permissions_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_permission TO callboard_app;
GRANT ALL ON SEQUENCE public.auth_permission_id_seq TO callboard_app;
GRANT SELECT,INSERT ON TABLE public.board_closetick TO callboard_app;
GRANT ALL ON SEQUENCE public.board_closetick_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.board_contactcount TO callboard_app;
GRANT ALL ON SEQUENCE public.board_contactcount_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.board_contactreview TO callboard_app;
GRANT ALL ON SEQUENCE public.board_contactreview_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.board_contactreviewevent TO callboard_app;
GRANT ALL ON SEQUENCE public.board_contactreviewevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.board_contacttally TO callboard_app;
GRANT ALL ON SEQUENCE public.board_contacttally_id_seq TO callboard_app;
GRANT SELECT,INSERT ON TABLE public.board_dayclose TO callboard_app;
GRANT ALL ON SEQUENCE public.board_dayclose_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.board_goal TO callboard_app;
GRANT ALL ON SEQUENCE public.board_goal_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.board_goalevent TO callboard_app;
GRANT ALL ON SEQUENCE public.board_goalevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.board_repday TO callboard_app;
GRANT ALL ON SEQUENCE public.board_repday_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.board_reviewline TO callboard_app;
GRANT ALL ON SEQUENCE public.board_reviewline_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.board_reviewnote TO callboard_app;
GRANT ALL ON SEQUENCE public.board_reviewnote_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendar_calendar TO callboard_app;
GRANT ALL ON SEQUENCE public.calendar_calendar_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendar_calendarevent TO callboard_app;
GRANT ALL ON SEQUENCE public.calendar_calendarevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendar_category TO callboard_app;
GRANT ALL ON SEQUENCE public.calendar_category_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendar_categoryevent TO callboard_app;
GRANT ALL ON SEQUENCE public.calendar_categoryevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendar_event TO callboard_app;
GRANT ALL ON SEQUENCE public.calendar_event_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendar_eventevent TO callboard_app;
GRANT ALL ON SEQUENCE public.calendar_eventevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendar_eventfile TO callboard_app;
GRANT ALL ON SEQUENCE public.calendar_eventfile_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendar_feed TO callboard_app;
GRANT ALL ON SEQUENCE public.calendar_feed_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendar_guest TO callboard_app;
GRANT ALL ON SEQUENCE public.calendar_guest_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendar_guestevent TO callboard_app;
GRANT ALL ON SEQUENCE public.calendar_guestevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendar_hiddenlayers TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendar_invitation TO callboard_app;
GRANT ALL ON SEQUENCE public.calendar_invitation_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendar_occurrence TO callboard_app;
GRANT ALL ON SEQUENCE public.calendar_occurrence_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendar_reminder TO callboard_app;
GRANT ALL ON SEQUENCE public.calendar_reminder_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.channels_attachment TO callboard_app;
GRANT ALL ON SEQUENCE public.channels_attachment_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.channels_mailanswer TO callboard_app;
GRANT ALL ON SEQUENCE public.channels_mailanswer_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.channels_mailbox TO callboard_app;
GRANT ALL ON SEQUENCE public.channels_mailbox_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.channels_message TO callboard_app;
GRANT ALL ON SEQUENCE public.channels_message_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.channels_nevertaken TO callboard_app;
GRANT ALL ON SEQUENCE public.channels_nevertaken_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.channels_ownfolder TO callboard_app;
GRANT ALL ON SEQUENCE public.channels_ownfolder_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.channels_ownmail TO callboard_app;
GRANT ALL ON SEQUENCE public.channels_ownmail_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.channels_ownmailbox TO callboard_app;
GRANT ALL ON SEQUENCE public.channels_ownmailbox_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.channels_ownrule TO callboard_app;
GRANT ALL ON SEQUENCE public.channels_ownrule_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.channels_owntally TO callboard_app;
GRANT ALL ON SEQUENCE public.channels_owntally_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.channels_retry TO callboard_app;
GRANT ALL ON SEQUENCE public.channels_retry_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.channels_thread TO callboard_app;
GRANT ALL ON SEQUENCE public.channels_thread_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.core_change TO callboard_app;
GRANT ALL ON SEQUENCE public.core_change_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.core_heartbeat TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.core_link TO callboard_app;
GRANT ALL ON SEQUENCE public.core_link_id_seq TO callboard_app;
GRANT SELECT,INSERT ON TABLE public.core_log TO callboard_app;
GRANT UPDATE(undo_args) ON TABLE public.core_log TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.core_notice TO callboard_app;
GRANT ALL ON SEQUENCE public.core_notice_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.core_oncekey TO callboard_app;
GRANT ALL ON SEQUENCE public.core_oncekey_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.core_run TO callboard_app;
GRANT ALL ON SEQUENCE public.core_run_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.core_runtarget TO callboard_app;
GRANT ALL ON SEQUENCE public.core_runtarget_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.core_searchentry TO callboard_app;
GRANT ALL ON SEQUENCE public.core_searchentry_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.core_searchmark TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.core_searchword TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.core_timelineentry TO callboard_app;
GRANT ALL ON SEQUENCE public.core_timelineentry_id_seq TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_account_number TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_account TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_account_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_accountdomain TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_accountdomain_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_accountevent TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_accountevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_accountfacts TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_accountfile TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_accountfile_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_accountfileevent TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_accountfileevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_accountowner TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_accountowner_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_attempt TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_attempt_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_callingwindow TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_callingwindow_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_callingwindowevent TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_callingwindowevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_consent TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_consent_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_contact TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_contact_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_contactemail TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_contactemail_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_contactemailevent TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_contactemailevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_contactevent TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_contactevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_contactphone TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_contactphone_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_contactphoneevent TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_contactphoneevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_customfield TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_customfield_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_customfieldevent TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_customfieldevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_donotcalllist TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_donotcalllist_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_duplicatepair TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_duplicatepair_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_duplicatesearch TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_duplicatesearch_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_externalid TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_externalid_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_import TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_import_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_importmap TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_importmap_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_importrow TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_importrow_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_listednumber TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_listednumber_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_location TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_location_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_locationevent TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_locationevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_matchmark TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_merge TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_merge_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_mergedrow TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_mergedrow_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_networkmembership TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_networkmembership_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_networkmembershipevent TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_networkmembershipevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_override TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_override_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_relation TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_relation_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_relationcategory TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_relationcategory_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_relationevent TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_relationevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_suppression TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_suppression_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_term TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_term_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_termevent TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_termevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_territoryaccount TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_territoryaccount_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_territoryaccountevent TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_territoryaccountevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_territorymove TO callboard_app;
GRANT ALL ON SEQUENCE public.directory_territorymove_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_content_type TO callboard_app;
GRANT ALL ON SEQUENCE public.django_content_type_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_migrations TO callboard_app;
GRANT ALL ON SEQUENCE public.django_migrations_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_assignment TO callboard_app;
GRANT ALL ON SEQUENCE public.intake_assignment_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_decision TO callboard_app;
GRANT ALL ON SEQUENCE public.intake_decision_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_queueitem TO callboard_app;
GRANT ALL ON SEQUENCE public.intake_queueitem_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_routingrule TO callboard_app;
GRANT ALL ON SEQUENCE public.intake_routingrule_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_routingruleevent TO callboard_app;
GRANT ALL ON SEQUENCE public.intake_routingruleevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_turn TO callboard_app;
GRANT ALL ON SEQUENCE public.intake_turn_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.journal_draftedinteraction TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.journal_draftedinteraction_contacts TO callboard_app;
GRANT ALL ON SEQUENCE public.journal_draftedinteraction_contacts_id_seq TO callboard_app;
GRANT ALL ON SEQUENCE public.journal_draftedinteraction_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.journal_interaction TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.journal_interaction_colleagues TO callboard_app;
GRANT ALL ON SEQUENCE public.journal_interaction_colleagues_id_seq TO callboard_app;
GRANT ALL ON SEQUENCE public.journal_interaction_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.journal_interaction_others TO callboard_app;
GRANT ALL ON SEQUENCE public.journal_interaction_others_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.journal_interactionaccount TO callboard_app;
GRANT ALL ON SEQUENCE public.journal_interactionaccount_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.journal_interactionevent TO callboard_app;
GRANT ALL ON SEQUENCE public.journal_interactionevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.journal_interactionfile TO callboard_app;
GRANT ALL ON SEQUENCE public.journal_interactionfile_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.journal_notescore TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.journal_notetemplate TO callboard_app;
GRANT ALL ON SEQUENCE public.journal_notetemplate_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.journal_notetemplateevent TO callboard_app;
GRANT ALL ON SEQUENCE public.journal_notetemplateevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kit_apitoken TO callboard_app;
GRANT ALL ON SEQUENCE public.kit_apitoken_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kit_draft TO callboard_app;
GRANT ALL ON SEQUENCE public.kit_draft_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kit_enclosure TO callboard_app;
GRANT ALL ON SEQUENCE public.kit_enclosure_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kit_keymap TO callboard_app;
GRANT ALL ON SEQUENCE public.kit_keymap_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kit_livelink TO callboard_app;
GRANT ALL ON SEQUENCE public.kit_livelink_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kit_parked TO callboard_app;
GRANT ALL ON SEQUENCE public.kit_parked_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kit_presence TO callboard_app;
GRANT ALL ON SEQUENCE public.kit_presence_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kit_receiver TO callboard_app;
GRANT ALL ON SEQUENCE public.kit_receiver_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kit_savedview TO callboard_app;
GRANT ALL ON SEQUENCE public.kit_savedview_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kit_schedule TO callboard_app;
GRANT ALL ON SEQUENCE public.kit_schedule_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kit_used TO callboard_app;
GRANT ALL ON SEQUENCE public.kit_used_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kit_viewdefault TO callboard_app;
GRANT ALL ON SEQUENCE public.kit_viewdefault_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kit_visit TO callboard_app;
GRANT ALL ON SEQUENCE public.kit_visit_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.orders_cancellation TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_cancellation_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.orders_cancellationevent TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_cancellationevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.orders_cancellationreason TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_cancellationreason_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.orders_deskcheckanswer TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_deskcheckanswer_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.orders_deskcheckanswerevent TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_deskcheckanswerevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.orders_deskquestion TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_deskquestion_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.orders_fulfilmentstep TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_fulfilmentstep_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.orders_movement TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_movement_id_seq TO callboard_app;
GRANT SELECT,INSERT ON TABLE public.orders_mrrentry TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_mrrentry_id_seq TO callboard_app;
GRANT SELECT,INSERT ON TABLE public.orders_onetimeentry TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_onetimeentry_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.orders_order TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_order_id_seq TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_order_number TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.orders_orderevent TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_orderevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.orders_orderline TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_orderline_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.orders_orderlineevent TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_orderlineevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.orders_orderstep TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_orderstep_id_seq TO callboard_app;
GRANT SELECT,INSERT ON TABLE public.orders_periodlock TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.orders_product TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_product_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.orders_productevent TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_productevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT ON TABLE public.orders_saveentry TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_saveentry_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.orders_subscription TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_subscription_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.orders_subscriptionevent TO callboard_app;
GRANT ALL ON SEQUENCE public.orders_subscriptionevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pghistory_context TO callboard_app;
GRANT ALL ON SEQUENCE public.pipeline_lead_number TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pipeline_lead TO callboard_app;
GRANT ALL ON SEQUENCE public.pipeline_lead_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pipeline_leadevent TO callboard_app;
GRANT ALL ON SEQUENCE public.pipeline_leadevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pipeline_opportunity TO callboard_app;
GRANT ALL ON SEQUENCE public.pipeline_opportunity_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pipeline_opportunityevent TO callboard_app;
GRANT ALL ON SEQUENCE public.pipeline_opportunityevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_events TO callboard_app;
GRANT ALL ON SEQUENCE public.procrastinate_events_id_seq TO callboard_app;
GRANT ALL ON SEQUENCE public.procrastinate_jobs_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_periodic_defers TO callboard_app;
GRANT ALL ON SEQUENCE public.procrastinate_periodic_defers_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_workers TO callboard_app;
GRANT ALL ON SEQUENCE public.procrastinate_workers_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_absence TO callboard_app;
GRANT ALL ON SEQUENCE public.team_absence_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_absenceevent TO callboard_app;
GRANT ALL ON SEQUENCE public.team_absenceevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_grant TO callboard_app;
GRANT ALL ON SEQUENCE public.team_grant_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_grantevent TO callboard_app;
GRANT ALL ON SEQUENCE public.team_grantevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_holiday TO callboard_app;
GRANT ALL ON SEQUENCE public.team_holiday_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_holidayevent TO callboard_app;
GRANT ALL ON SEQUENCE public.team_holidayevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_leaving TO callboard_app;
GRANT ALL ON SEQUENCE public.team_leaving_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_leavingevent TO callboard_app;
GRANT ALL ON SEQUENCE public.team_leavingevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_leavingmove TO callboard_app;
GRANT ALL ON SEQUENCE public.team_leavingmove_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_leavingrule TO callboard_app;
GRANT ALL ON SEQUENCE public.team_leavingrule_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_leavingruleevent TO callboard_app;
GRANT ALL ON SEQUENCE public.team_leavingruleevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_mention TO callboard_app;
GRANT ALL ON SEQUENCE public.team_mention_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_noticechoice TO callboard_app;
GRANT ALL ON SEQUENCE public.team_noticechoice_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_noticechoiceevent TO callboard_app;
GRANT ALL ON SEQUENCE public.team_noticechoiceevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_person TO callboard_app;
GRANT ALL ON SEQUENCE public.team_person_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_personevent TO callboard_app;
GRANT ALL ON SEQUENCE public.team_personevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_personrole TO callboard_app;
GRANT ALL ON SEQUENCE public.team_personrole_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_personroleevent TO callboard_app;
GRANT ALL ON SEQUENCE public.team_personroleevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_pool TO callboard_app;
GRANT ALL ON SEQUENCE public.team_pool_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_poolevent TO callboard_app;
GRANT ALL ON SEQUENCE public.team_poolevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_poolmember TO callboard_app;
GRANT ALL ON SEQUENCE public.team_poolmember_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_poolmemberevent TO callboard_app;
GRANT ALL ON SEQUENCE public.team_poolmemberevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_quiettime TO callboard_app;
GRANT ALL ON SEQUENCE public.team_quiettime_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_quiettimeevent TO callboard_app;
GRANT ALL ON SEQUENCE public.team_quiettimeevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_session TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_setting TO callboard_app;
GRANT ALL ON SEQUENCE public.team_setting_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_settingevent TO callboard_app;
GRANT ALL ON SEQUENCE public.team_settingevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_signin TO callboard_app;
GRANT ALL ON SEQUENCE public.team_signin_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_signinattempt TO callboard_app;
GRANT ALL ON SEQUENCE public.team_signinattempt_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_skippedstep TO callboard_app;
GRANT ALL ON SEQUENCE public.team_skippedstep_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_skippedstepevent TO callboard_app;
GRANT ALL ON SEQUENCE public.team_skippedstepevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_team TO callboard_app;
GRANT ALL ON SEQUENCE public.team_team_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_teamevent TO callboard_app;
GRANT ALL ON SEQUENCE public.team_teamevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_territory TO callboard_app;
GRANT ALL ON SEQUENCE public.team_territory_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_territorychange TO callboard_app;
GRANT ALL ON SEQUENCE public.team_territorychange_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_territorychangeevent TO callboard_app;
GRANT ALL ON SEQUENCE public.team_territorychangeevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_territoryevent TO callboard_app;
GRANT ALL ON SEQUENCE public.team_territoryevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_territoryholder TO callboard_app;
GRANT ALL ON SEQUENCE public.team_territoryholder_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_territoryholderevent TO callboard_app;
GRANT ALL ON SEQUENCE public.team_territoryholderevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_territoryterms TO callboard_app;
GRANT ALL ON SEQUENCE public.team_territoryterms_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_territorytermsevent TO callboard_app;
GRANT ALL ON SEQUENCE public.team_territorytermsevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_workhours TO callboard_app;
GRANT ALL ON SEQUENCE public.team_workhours_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team_workhoursevent TO callboard_app;
GRANT ALL ON SEQUENCE public.team_workhoursevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_anchor TO callboard_app;
GRANT ALL ON SEQUENCE public.work_anchor_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_anchorevent TO callboard_app;
GRANT ALL ON SEQUENCE public.work_anchorevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_approval TO callboard_app;
GRANT ALL ON SEQUENCE public.work_approval_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_approvalevent TO callboard_app;
GRANT ALL ON SEQUENCE public.work_approvalevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_approvalrule TO callboard_app;
GRANT ALL ON SEQUENCE public.work_approvalrule_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_approvalruleevent TO callboard_app;
GRANT ALL ON SEQUENCE public.work_approvalruleevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_approvalstep TO callboard_app;
GRANT ALL ON SEQUENCE public.work_approvalstep_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_approvalstepevent TO callboard_app;
GRANT ALL ON SEQUENCE public.work_approvalstepevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_clock TO callboard_app;
GRANT ALL ON SEQUENCE public.work_clock_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_clockevent TO callboard_app;
GRANT ALL ON SEQUENCE public.work_clockevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_deadline TO callboard_app;
GRANT ALL ON SEQUENCE public.work_deadline_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_deadlineevent TO callboard_app;
GRANT ALL ON SEQUENCE public.work_deadlineevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_handoff TO callboard_app;
GRANT ALL ON SEQUENCE public.work_handoff_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_handoffevent TO callboard_app;
GRANT ALL ON SEQUENCE public.work_handoffevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_handoffletter TO callboard_app;
GRANT ALL ON SEQUENCE public.work_handoffletter_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_handoffreply TO callboard_app;
GRANT ALL ON SEQUENCE public.work_handoffreply_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_handoffstep TO callboard_app;
GRANT ALL ON SEQUENCE public.work_handoffstep_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_handoffstepevent TO callboard_app;
GRANT ALL ON SEQUENCE public.work_handoffstepevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_improvement TO callboard_app;
GRANT ALL ON SEQUENCE public.work_improvement_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_improvementevent TO callboard_app;
GRANT ALL ON SEQUENCE public.work_improvementevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_project TO callboard_app;
GRANT ALL ON SEQUENCE public.work_project_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_projectevent TO callboard_app;
GRANT ALL ON SEQUENCE public.work_projectevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_projectstep TO callboard_app;
GRANT ALL ON SEQUENCE public.work_projectstep_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_projectstepevent TO callboard_app;
GRANT ALL ON SEQUENCE public.work_projectstepevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_projecttemplate TO callboard_app;
GRANT ALL ON SEQUENCE public.work_projecttemplate_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_projecttemplateevent TO callboard_app;
GRANT ALL ON SEQUENCE public.work_projecttemplateevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_promise TO callboard_app;
GRANT ALL ON SEQUENCE public.work_promise_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_promiseevent TO callboard_app;
GRANT ALL ON SEQUENCE public.work_promiseevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_servicelevel TO callboard_app;
GRANT ALL ON SEQUENCE public.work_servicelevel_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_servicelevelevent TO callboard_app;
GRANT ALL ON SEQUENCE public.work_servicelevelevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_steptie TO callboard_app;
GRANT ALL ON SEQUENCE public.work_steptie_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_steptieevent TO callboard_app;
GRANT ALL ON SEQUENCE public.work_steptieevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_task TO callboard_app;
GRANT ALL ON SEQUENCE public.work_task_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_taskevent TO callboard_app;
GRANT ALL ON SEQUENCE public.work_taskevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_templatestep TO callboard_app;
GRANT ALL ON SEQUENCE public.work_templatestep_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_templatestepevent TO callboard_app;
GRANT ALL ON SEQUENCE public.work_templatestepevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_templatetie TO callboard_app;
GRANT ALL ON SEQUENCE public.work_templatetie_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_templatetieevent TO callboard_app;
GRANT ALL ON SEQUENCE public.work_templatetieevent_pgh_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_timeblock TO callboard_app;
GRANT ALL ON SEQUENCE public.work_timeblock_id_seq TO callboard_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work_timeblockevent TO callboard_app;
GRANT ALL ON SEQUENCE public.work_timeblockevent_pgh_id_seq TO callboard_app;
