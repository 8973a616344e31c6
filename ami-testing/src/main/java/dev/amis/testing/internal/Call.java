package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.Region;
import java.util.ArrayList;
import java.util.List;

/** One call of an EC2 action on its way through the world. */
public final class Call {

    private final Caller caller;
    private final String action;
    private final List<String> resources = new ArrayList<>();
    private boolean unpaged;
    private boolean permitted;
    private String requestId = "";

    Call(Caller caller, String action) {
        this.caller = caller;
        this.action = action;
    }

    public AccountId account() {
        return caller.account();
    }

    public Region region() {
        return caller.region();
    }

    public String action() {
        return action;
    }

    /** The ids and names it is about, those that it made last. */
    public List<String> resources() {
        return List.copyOf(resources);
    }

    public String requestId() {
        return requestId;
    }

    boolean dryRun() {
        return caller.dryRun();
    }

    Call about(Object... ids) {
        for (Object id : ids) {
            resources.add(id.toString());
        }
        return this;
    }

    /** Marks a question without filter and page size, for which EC2 keeps smaller buckets. */
    Call unpaged() {
        this.unpaged = true;
        return this;
    }

    boolean isUnpaged() {
        return unpaged;
    }

    void number(String id) {
        this.requestId = id;
    }

    void permit() {
        this.permitted = true;
    }

    boolean isPermitted() {
        return permitted;
    }
}
