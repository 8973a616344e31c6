package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** One call of an action of EC2 or of a service around it on its way through the world. */
public final class Call {

    private final Caller caller;
    private final String service;
    private final String action;
    private final List<String> resources = new ArrayList<>();
    private boolean unpaged;
    private boolean permitted;
    private String requestId = "";

    Call(Caller caller, String service, String action) {
        this.caller = caller;
        this.service = service;
        this.action = action;
    }

    /** The calling account. */
    public AccountId account() {
        return caller.account();
    }

    /** The Region that was called. */
    public Region region() {
        return caller.region();
    }

    /** The action. */
    public String action() {
        return action;
    }

    /** The service whose action it is, as IAM writes it. */
    public String service() {
        return service;
    }

    /** IAM's name of the action. */
    public String iamAction() {
        return service + ":" + action;
    }

    /** The ids and names it is about, those that it made last. */
    public List<String> resources() {
        return List.copyOf(resources);
    }

    /** The id of the request, as EC2 answers it; empty before the world has taken it. */
    public String requestId() {
        return requestId;
    }

    boolean dryRun() {
        return caller.dryRun();
    }

    Call about(Object id) {
        resources.add(id.toString());
        return this;
    }

    Call about(Collection<?> ids) {
        ids.forEach(id -> resources.add(id.toString()));
        return this;
    }

    /** Marks a question without filter and page size, for which EC2 keeps smaller buckets. */
    Call unpaged(boolean all) {
        this.unpaged = all;
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
