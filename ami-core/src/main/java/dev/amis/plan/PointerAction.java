package dev.amis.plan;

import dev.amis.internal.ParameterMark;
import dev.amis.model.ImageId;
import dev.amis.model.ParameterName;
import dev.amis.model.Region;

/** A change of an SSM parameter that says which image is the current one. */
public sealed interface PointerAction extends Action {

    /**
     * The parameter that it changes.
     *
     * @return the name
     */
    ParameterName parameter();

    @Override
    default String target() {
        return parameter().value();
    }

    /**
     * Lets a parameter say an image, by {@code ssm:PutParameter} with data type {@code aws:ec2:image}, and reads it back; it is
     * made if it is not there.
     *
     * @param region the Region of both
     * @param parameter the parameter
     * @param imageId the image
     * @param description the description that it gets, which tells whose it is; empty text for none
     */
    record Point(Region region, ParameterName parameter, ImageId imageId, String description) implements PointerAction {

        /**
         * Lets a parameter say an image as one of those that are kept here.
         *
         * @param region the Region of both
         * @param parameter the parameter
         * @param imageId the image
         */
        public Point(Region region, ParameterName parameter, ImageId imageId) {
            this(region, parameter, imageId, ParameterMark.TEXT);
        }

        @Override
        public String describe() {
            return "let " + parameter + " say " + imageId;
        }
    }

    /**
     * Deletes a parameter with all its versions, by {@code ssm:DeleteParameter}; only the way back from having made it.
     *
     * @param region the Region
     * @param parameter the parameter
     */
    record Remove(Region region, ParameterName parameter) implements PointerAction {

        @Override
        public String describe() {
            return "delete " + parameter;
        }
    }
}
