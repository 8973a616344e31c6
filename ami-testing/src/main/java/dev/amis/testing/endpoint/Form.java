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
            case "sts", "autoscaling" -> QUERY;
            case "rbin", "ssm", "kms", "imagebuilder" -> JSON;
            default -> otherwise;
        };
    }

    /** The code for a value that no request may have. */
    String invalidValue() {
        return switch (this) {
            case EC2 -> "InvalidParameterValue";
            case QUERY -> "ValidationError";
            case JSON -> "ValidationException";
        };
    }

    /** How members of a list are called where the SDK has no name of their own for them. */
    String member() {
        return this == QUERY ? "member" : "item";
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
                                .put("__type", error.code().equals("MissingParameter") ? invalidValue() : error.code())
                                .put("message", error.text())
                                .toString());
        };
    }
}
