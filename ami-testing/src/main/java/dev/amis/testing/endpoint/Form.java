package dev.amis.testing.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The forms in which AWS services write a refusal. */
enum Form {
    /** The XML of EC2. */
    EC2,
    /** The XML of the other services that speak the query protocol. */
    QUERY,
    /** JSON. */
    JSON;

    /** The form of a service; otherwise the one that its request suggests. */
    static Form of(String service, Form otherwise) {
        return switch (service) {
            case "ec2" -> EC2;
            case "sts" -> QUERY;
            case "rbin", "ssm", "imagebuilder" -> JSON;
            default -> otherwise;
        };
    }

    Reply refusal(WireError error, String requestId) {
        return switch (this) {
            case EC2 -> Reply.xml(error.status(), requestId, XmlEncoder.error(error, requestId));
            case QUERY -> Reply.xml(error.status(), requestId, XmlEncoder.queryError(error, requestId));
            case JSON ->
                Reply.json(
                        error.status(),
                        requestId,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("__type", error.code())
                                .put("message", error.text())
                                .toString());
        };
    }
}
