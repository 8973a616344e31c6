package dev.amis.spi;

import dev.amis.model.Parameter;
import dev.amis.model.ParameterName;
import java.util.List;

/**
 * The parameter store of Systems Manager in one Region. Secrets ({@code SecureString}) are never decrypted, and their values
 * never answered.
 */
public interface ParameterPort {

    /**
     * Calls {@code ssm:GetParametersByPath} once.
     *
     * @param request which path, and which page
     * @return one page
     */
    Page<Parameter> getParametersByPath(GetParametersByPathRequest request);

    /**
     * Calls {@code ssm:GetParameter}.
     *
     * @param selector the parameter, and which version of it
     * @return the version
     * @throws dev.amis.error.NotFoundException if there is no such parameter or version
     */
    Parameter getParameter(ParameterSelector selector);

    /**
     * Calls {@code ssm:GetParameters} once.
     *
     * @param request which parameters
     * @return those that are there, and what is not
     */
    FoundParameters getParameters(GetParametersRequest request);

    /**
     * Calls {@code ssm:DescribeParameters} once.
     *
     * @param request which parameters, and which page
     * @return one page; without values
     */
    Page<Parameter> describeParameters(DescribeParametersRequest request);

    /**
     * Calls {@code ssm:PutParameter}.
     *
     * @param request the parameter
     * @return the number of the version that was made
     * @throws dev.amis.error.ConflictException if it exists and is not to be overwritten
     */
    long putParameter(PutParameterRequest request);

    /**
     * Calls {@code ssm:GetParameterHistory} once.
     *
     * @param request which parameter, and which page
     * @return one page of versions, with their labels; SSM keeps 100
     * @throws dev.amis.error.NotFoundException if there is no such parameter
     */
    Page<Parameter> getParameterHistory(ParameterHistoryRequest request);

    /**
     * Calls {@code ssm:LabelParameterVersion}. A label that another version of the parameter has moves.
     *
     * @param request which version, and which labels
     * @return the labels that SSM did not take, since they are none
     * @throws dev.amis.error.NotFoundException if there is no such parameter or version
     */
    List<String> labelParameterVersion(LabelParameterVersionRequest request);

    /**
     * Calls {@code ssm:DeleteParameter}, which removes all versions for good.
     *
     * @param name the parameter
     * @throws dev.amis.error.NotFoundException if there is no such parameter
     */
    void deleteParameter(ParameterName name);
}
