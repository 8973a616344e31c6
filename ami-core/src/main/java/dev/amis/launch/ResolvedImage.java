package dev.amis.launch;

import dev.amis.error.AmiException;
import dev.amis.error.NotFoundException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.ImageAlias;
import dev.amis.internal.Pointers;
import dev.amis.model.ImageId;
import dev.amis.model.Parameter;
import dev.amis.spi.ParameterSelector;
import dev.amis.spi.RegionalProvider;
import java.util.Optional;

/**
 * The image that a template names, by its id or by a parameter.
 *
 * @param imageId the image; nothing if that is not known
 * @param finding why it is not known
 */
record ResolvedImage(Optional<ImageId> imageId, Optional<LaunchFinding> finding) {

    private static final String PARAMETER = "ImageId";

    static ResolvedImage of(RegionalProvider region, String reference) {
        return reference.startsWith(ImageAlias.PARAMETER) ? ofParameter(region, reference) : ofText(reference, "");
    }

    private static ResolvedImage ofParameter(RegionalProvider region, String reference) {
        try {
            ParameterSelector selector = ParameterSelector.parse(reference.substring(ImageAlias.PARAMETER.length()));
            Parameter parameter = Pointers.port(region).getParameter(selector);
            return ofText(parameter.value().orElse(""), reference + " says ");
        } catch (IllegalArgumentException malformed) {
            return of(LaunchFinding.error(PARAMETER, reference + " names no parameter: " + malformed.getMessage()));
        } catch (NotFoundException missing) {
            return of(LaunchFinding.error(
                    PARAMETER, reference + " names a parameter that is not there in " + region.region()));
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (AmiException unread) {
            return of(LaunchFinding.unread(PARAMETER, "which image " + reference + " stands for", unread));
        }
    }

    private static ResolvedImage ofText(String text, String before) {
        try {
            return new ResolvedImage(Optional.of(ImageId.of(text)), Optional.empty());
        } catch (IllegalArgumentException malformed) {
            return of(LaunchFinding.error(PARAMETER, before + malformed.getMessage()));
        }
    }

    private static ResolvedImage of(LaunchFinding finding) {
        return new ResolvedImage(Optional.empty(), Optional.of(finding));
    }
}
