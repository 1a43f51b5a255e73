-- Lists of what is due, the first first, and counts by state and due date. Few cases are open, and lists by state are short
-- where the state is rare, so that they need no order of their own.
DROP INDEX citizen_case_of_status, citizen_case_unanswered;
CREATE INDEX citizen_case_of_status ON citizen_case (tenant, status, due_at, id);
CREATE INDEX citizen_case_due ON citizen_case (tenant, due_at, id)
  WHERE status IN ('received', 'accepted', 'in-progress', 'reopened');
