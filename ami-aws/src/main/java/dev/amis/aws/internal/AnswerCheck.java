package dev.amis.aws.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingRequest;
import software.amazon.awssdk.services.ec2.model.Ec2Request;
import software.amazon.awssdk.services.sts.model.StsRequest;

/**
 * Refuses what came with status 200 and is no answer of AWS's, such as nothing, or the page of a proxy. The SDK reads a list
 * without items from it, and what nobody refers to may be removed.
 */
final class AnswerCheck implements ExecutionInterceptor {

    /** As the answers of all services of the query protocols begin, and those in JSON. */
    private static final Pattern OPENING =
            Pattern.compile("\\s*(\\{|(<\\?[^>]*>\\s*)?<([A-Za-z0-9]+:)?[A-Za-z0-9]+Response[\\s>/])");

    private static final int ENOUGH = 512;

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        if (!context.httpResponse().isSuccessful()) {
            return context.responseBody();
        }
        PushbackInputStream body =
                new PushbackInputStream(context.responseBody().orElseGet(InputStream::nullInputStream), ENOUGH);
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        try {
            String beginning = beginning(body);
            boolean mayBeEmpty = beginning.isEmpty() && !isXml(context.request()) && !isReading(operation);
            if (mayBeEmpty || OPENING.matcher(beginning).lookingAt()) {
                return Optional.of(body);
            }
            body.close();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
        throw SdkClientException.create(
                "What came with status " + context.httpResponse().statusCode() + " is no answer to " + operation);
    }

    private static String beginning(PushbackInputStream body) throws IOException {
        byte[] beginning = body.readNBytes(ENOUGH);
        body.unread(beginning);
        return new String(beginning, StandardCharsets.UTF_8);
    }

    private static boolean isXml(SdkRequest request) {
        return request instanceof Ec2Request || request instanceof AutoScalingRequest || request instanceof StsRequest;
    }

    private static boolean isReading(String operation) {
        return operation.startsWith("Describe") || operation.startsWith("Get") || operation.startsWith("List");
    }
}
