package dev.amis.aws.internal;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Credentials that tell their own failures from those of the call that needs them: whoever sees one knows that nothing was
 * sent.
 *
 * @param source where the credentials come from
 * @param role the role that they are of, if one is assumed
 */
record Credentials(AwsCredentialsProvider source, Optional<String> role) implements AwsCredentialsProvider {

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return source.resolveCredentials();
        } catch (AbortedException | NoCredentialsException known) {
            throw known;
        } catch (RuntimeException failed) {
            throw new NoCredentialsException(role, failed);
        }
    }
}
