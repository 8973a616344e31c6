package dev.amis.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amis.model.KmsKeyId;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.KmsKeys;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, with the real AWS CLI. */
class AwsCliKeysTest {

    private final Ec2Endpoint endpoint = Ec2Endpoint.start();
    private final InMemoryAws aws = endpoint.account();
    private final KmsKeys keys = aws.in(aws.region()).kmsKeys();
    private AwsCli cli;

    @BeforeEach
    void find(@TempDir Path files) {
        cli = AwsCli.talkingTo(endpoint, files);
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void aKeyIsDescribed() {
        KmsKeyId key = keys.create("alias/ami");

        JsonNode told = describe("alias/ami");

        assertThat(told.path("Arn").asText()).isEqualTo(key.value());
        assertThat(key.value()).endsWith("/" + told.path("KeyId").asText());
        assertThat(told.path("AWSAccountId").asText()).isEqualTo(aws.account().value());
        assertThat(told.path("KeyState").asText()).isEqualTo("Enabled");
        assertThat(told.path("Enabled").asBoolean()).isTrue();
        assertThat(told.path("KeyManager").asText()).isEqualTo("CUSTOMER");
        assertThat(told.path("KeySpec").asText()).isEqualTo("SYMMETRIC_DEFAULT");
        assertThat(told.path("KeyUsage").asText()).isEqualTo("ENCRYPT_DECRYPT");
        assertThat(told.has("DeletionDate")).isFalse();
    }

    @Test
    void aKeyThatWaitsForItsDeletionSaysSo() {
        KmsKeyId key = keys.create();
        keys.scheduleDeletion(key, Duration.ofDays(7));

        JsonNode told = describe(key.value());

        assertThat(told.path("KeyState").asText()).isEqualTo("PendingDeletion");
        assertThat(told.path("Enabled").asBoolean()).isFalse();
        assertThat(told.path("DeletionDate").asText()).isNotEmpty();
    }

    @Test
    void theKeyOfAwsIsManagedByAws() {
        assertThat(describe("alias/aws/ebs").path("KeyManager").asText()).isEqualTo("AWS");
    }

    @Test
    void whatIsNotThereOrNotAllowedIsRefused() {
        assertThat(cli.run("kms", "describe-key", "--key-id", "alias/none").err())
                .contains("NotFoundException", "alias/none is not found");
        aws.access().deny("kms:DescribeKey");
        assertThat(cli.run("kms", "describe-key", "--key-id", "alias/aws/ebs").err())
                .contains("AccessDeniedException", "kms:DescribeKey");
    }

    @Test
    void whatIsNotImitatedIsRefusedByName() {
        assertThat(cli.run("kms", "list-keys").err()).contains("UnknownOperationException", "ListKeys");
        assertThat(cli.run("kms", "describe-key", "--key-id", "alias/aws/ebs", "--grant-tokens", "x")
                        .err())
                .contains("ValidationException", "GrantTokens");
    }

    private JsonNode describe(String key) {
        return cli.json("kms", "describe-key", "--key-id", key).path("KeyMetadata");
    }
}
