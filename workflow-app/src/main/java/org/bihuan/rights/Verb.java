package org.bihuan.rights;

import java.util.Arrays;
import org.bihuan.org.StandIn;

/** Everything that can be done or read; who may is said by {@code policy.csv}. The key is what annotations write. */
public enum Verb {
    ACCOUNT_SIGN_IN("account.signIn"),
    /** The page about oneself. */
    ACCOUNT_OWN("account.own"),
    ACCOUNT_PASSWORD("account.password"),
    /** Names and borders of units: public knowledge. */
    UNIT_LOOK("unit.look"),
    /** All units, closed ones too, with those who hold posts there. */
    UNIT_LIST("unit.list"),
    UNIT_CHANGE("unit.change"),
    /** Names and posts of staff, as the program needs them to find who is responsible. */
    STAFF_LOOK("staff.look"),
    /** Finding a colleague by a part of the name, to choose one. */
    STAFF_SEARCH("staff.search"),
    STAFF_LIST("staff.list"),
    STAFF_OPEN("staff.open"),
    /** Name, phone, password, lock of an account. */
    STAFF_CHANGE("staff.change"),
    /** Giving and taking posts. */
    STAFF_APPOINT("staff.appoint"),
    /** What administrators did. */
    CHANGE_READ("change.read"),
    SIGN_IN_READ("signIn.read"),
    CALENDAR_LOOK("calendar.look"),
    CALENDAR_CHANGE("calendar.change"),
    MAP_LOOK("map.look"),
    LANGUAGE_CHOOSE("language.choose"),
    HEALTH_LOOK("health.look"),
    /** Figures for the watching system, which brings its own token. */
    METRICS_READ("metrics.read"),
    /** Health of all nodes, failed jobs, errors by their number. */
    OPERATION_LOOK("operation.look"),
    JOB_RETRY("job.retry"),
    /** Moving a case by hand, which takes two. */
    REPAIR_PROPOSE("repair.propose"),
    REPAIR_DECIDE("repair.decide"),
    MODEL_LOOK("model.look"),
    MODEL_UPLOAD("model.upload"),
    MODEL_DECIDE("model.decide"),
    /** Sending once, and messages to others, inside whatever else is done. */
    PROGRAM_SEND("program.send"),
    /** The page that says that something went wrong. */
    PROGRAM_ERROR("program.error"),
    INBOX_READ("inbox.read"),
    /** Taking tasks of own posts, and giving them back. */
    INBOX_CLAIM("inbox.claim"),
    /** Trail, diagram, tasks and photos of a case that its family lets one read; see {@link CaseScope}. */
    CASE_READ("case.read"),
    /** The same for whoever has the private link. */
    CASE_FOLLOW("case.follow"),
    /** Sending a case to others to read. */
    INBOX_COPY("inbox.copy"),
    /** Asking to hurry with the tasks of a case that oneself started. */
    TASK_URGE("task.urge"),
    /** The same with cases of others; asked inside. */
    TASK_URGE_BELOW("task.urge.below"),
    TASK_COMMENT("task.comment"),
    /** A print of a case, which leaves the program. */
    TASK_PRINT("task.print"),
    /** Signing a task together with others; whoever was asked may, for that one row. */
    TASK_SIGN("task.sign"),
    /** Sending an own task to those who sign after it. */
    TASK_FINISH("task.finish"),
    TASK_SIGNER_ADD("task.signer.add"),
    /** Taking back that one asked somebody to sign. */
    TASK_SIGNER_REMOVE("task.signer.remove"),
    /** Going on without somebody whom the process asks to sign. */
    TASK_SIGNER_DISMISS("task.signer.dismiss"),
    /** Unfinished answers of a task that one holds. */
    TASK_DRAFT("task.draft"),
    /** Filters and columns that a person keeps for himself. */
    INBOX_VIEW("inbox.view"),
    /** Taking the own lists away as a file. */
    INBOX_EXPORT("inbox.export"),
    /** Doing tasks without opening them, in one go with others. */
    TASK_BULK("task.bulk"),
    /** Who stands in for oneself while away. */
    DEPUTY_APPOINT("deputy.appoint"),
    /** The same for somebody below who cannot do it. */
    DEPUTY_APPOINT_FOR("deputy.appointFor"),
    /** Giving a task that one holds to somebody for good. */
    TASK_TRANSFER("task.transfer"),
    /** Giving it to somebody who gives it back, and getting it back early. */
    TASK_DELEGATE("task.delegate"),
    TASK_HAND_BACK("task.handBack"),
    /** Giving tasks that nobody is there to do to somebody. */
    TASK_REASSIGN("task.reassign"),
    /** All open work of somebody who leaves. */
    HANDOVER_GIVE("handover.give"),
    /** The list that was signed. */
    HANDOVER_READ("handover.read"),
    /** Letting a case rest and go on. */
    TASK_SUSPEND("task.suspend"),
    /** Asking for more time for an own task. */
    TASK_EXTEND("task.extend"),
    TASK_EXTENSION_DECIDE("task.extension.decide"),
    /** Taking note of lateness that one was told. */
    TASK_ACKNOWLEDGE("task.acknowledge"),
    /** Sending a case back from a task that one holds. */
    TASK_RETURN("task.return"),
    /** Taking a step back that one did oneself. */
    TASK_TAKE_BACK("task.takeBack"),
    /** Cancelling a case that one started oneself. */
    TASK_REVOKE("task.revoke"),
    PHOTO_SEND("photo.send"),
    INCIDENT_REPORT("incident.report"),
    INCIDENT_READ("incident.read", true),
    /** The reporter's phone number. */
    INCIDENT_PHONE("incident.phone"),
    INCIDENT_DISPATCH("incident.dispatch"),
    /** Ending one as invalid or in favour of another. */
    INCIDENT_DISMISS("incident.dismiss"),
    INCIDENT_HANDLE("incident.handle"),
    INCIDENT_VERIFY("incident.verify"),
    INCIDENT_SUPPLEMENT("incident.supplement"),
    INCIDENT_RATE("incident.rate"),
    INCIDENT_REOPEN("incident.reopen"),
    /** Only the process does, inside its own transaction. */
    INCIDENT_CLOSE("incident.close"),
    INCIDENT_CATEGORY_LOOK("incident.category.look"),
    INCIDENT_CATEGORY_IMPORT("incident.category.import");

    private final String key;

    private final boolean listed;

    Verb(String key) {
        this(key, false);
    }

    Verb(String key, boolean listed) {
        this.key = key;
        this.listed = listed;
    }

    /** As the policy and annotations write it, for example {@code incident.dispatch}. */
    public String key() {
        return key;
    }

    /**
     * Whether somebody who stands in for an absent person may use it as that person could: for cases of the families, and
     * for what is the same in all. Giving on what was lent, and handing over, are the absent person's own.
     */
    boolean isLentBy(StandIn absent) {
        String word = key.substring(0, key.indexOf('.'));
        return switch (word) {
            case "inbox", "case", "task" -> true;
            case "account", "deputy", "handover" -> false;
            default -> absent.covers(word);
        };
    }

    /** Whether lists are narrowed by it, so that its rules must be ranges of an index. */
    boolean listed() {
        return listed;
    }

    /**
     * The verb that is written so.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Verb of(String key) {
        return Arrays.stream(values())
                .filter(verb -> verb.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown verb " + key));
    }
}
