package org.bihuan.task;

/** Somebody above people of a memo. */
final class Heads {

    private Heads() {}

    /** Holds a post of this role at the unit of the other post. */
    static long of(MemoFixtures memos, String role, long post) {
        long headPost = post(memos, role, post);
        return memos.people().person("负责人", headPost);
    }

    /** The post of this role at the unit of the other post, held by nobody yet. */
    static long post(MemoFixtures memos, String role, long post) {
        return memos.transaction().execute(status -> {
            memos.jdbc()
                    .update(
                            "insert into org_post (unit_id, role) select p.unit_id, ? from org_post p where p.id = ?",
                            role,
                            post);
            return memos.jdbc().queryForObject("select last_insert_id()", Long.class);
        });
    }

    static void dismiss(MemoFixtures memos, long staffId) {
        memos.transaction()
                .executeWithoutResult(status -> memos.jdbc()
                        .update("update org_staff_post set valid_to = '2021-01-01' where staff_id = ?", staffId));
    }
}
