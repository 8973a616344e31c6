package dev.amis.usage;

import java.util.List;

/**
 * What a source tells of one Region.
 *
 * @param references all references that the Region holds
 * @param findings what the source came across beside them
 */
public record SourceReading(List<Reference> references, List<Finding> findings) {

    /** Makes a value of copies; a reference with a hole is refused here, while its source is being read. */
    public SourceReading {
        references = List.copyOf(references);
        findings = List.copyOf(findings);
    }
}
