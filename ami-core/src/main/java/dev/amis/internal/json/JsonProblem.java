package dev.amis.internal.json;

/** Something in a document that is not as it must be; on its way out it learns in which field. */
final class JsonProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String problem;

    JsonProblem(String problem) {
        this("", problem);
    }

    private JsonProblem(String path, String problem) {
        super(path + " " + problem, null, false, false);
        this.path = path;
        this.problem = problem;
    }

    JsonProblem inField(String name) {
        boolean nested = !path.isEmpty() && path.charAt(0) != '[';
        return new JsonProblem(name + (nested ? "." : "") + path, problem);
    }

    JsonProblem inElement(int index) {
        boolean nested = !path.isEmpty() && path.charAt(0) != '[';
        return new JsonProblem("[" + index + "]" + (nested ? "." : "") + path, problem);
    }

    String text() {
        return (path.isEmpty() ? "the document" : path) + " " + problem;
    }
}
