package dev.amis.aws;

import static dev.amis.aws.StubbedAws.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.amis.Amis;
import dev.amis.error.ProviderException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages as EC2 may send them, read through the real client. */
class PagingOverHttpTest {

    private static final ImageId FIRST = ImageId.of("ami-00000000000000001");
    private static final ImageId SECOND = ImageId.of("ami-00000000000000002");

    @RegisterExtension
    static final StubbedAws AWS = new StubbedAws();

    private AwsProvider provider;
    private Amis amis;

    @BeforeEach
    void connect() {
        provider = AWS.connect();
        amis = Amis.using(provider);
    }

    @Test
    void everyPageIsAskedForWithTheTokenOfTheOneBefore() {
        AWS.inTurn(page("one", FIRST), page("two", SECOND), page(""));

        assertThat(amis.find().ownedBySelf().list())
                .extracting(Image::imageId)
                .containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(AWS.requests())
                .extracting(request -> String.valueOf(request.get("NextToken")))
                .containsExactly("null", "one", "two");
    }

    @Test
    void anEmptyPageWithATokenIsNotTheEnd() {
        AWS.inTurn(page("one"), page("two"), page("", FIRST));

        assertThat(amis.find().ownedBySelf().list()).extracting(Image::imageId).containsExactly(FIRST);
    }

    @Test
    void aTokenThatComesBackEndsTheReading() {
        AWS.inTurn(page("one", FIRST), page("two", SECOND), page("one", FIRST));

        assertThatThrownBy(() -> amis.find().ownedBySelf().list())
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("the same page token was answered twice");
        assertThat(AWS.calls()).isEqualTo(3);
    }

    @Test
    void aTokenThatStaysTheSameEndsTheReading() {
        AWS.always(page("again", FIRST));

        assertThatThrownBy(() -> amis.find().ownedBySelf().list())
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("the same page token was answered twice");
        assertThat(AWS.calls()).isEqualTo(2);
    }

    @Test
    void aTokenOfTheRecycleBinsRulesThatStaysTheSameEndsTheReading() {
        AWS.always(ok("{\"Rules\": [], \"NextToken\": \"again\"}"));

        assertThatThrownBy(() -> provider.in(Region.EU_WEST_1)
                        .recycleBinRules()
                        .orElseThrow()
                        .listRules())
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("the same page token was answered twice");
    }

    @Test
    void aPageThatFailsInTheMiddleIsAskedForAgain() {
        AWS.inTurn(page("one", FIRST), StubbedAws.refusal(500, "InternalError"), page("", SECOND));

        assertThat(amis.find().ownedBySelf().list()).hasSize(2);
    }

    private static ResponseDefinitionBuilder page(String token, ImageId... images) {
        StringBuilder items = new StringBuilder();
        for (ImageId image : images) {
            items.append("<item><imageId>")
                    .append(image)
                    .append("</imageId><imageState>available</imageState><imageOwnerId>111122223333</imageOwnerId>")
                    .append("<architecture>arm64</architecture></item>");
        }
        return ok("<DescribeImagesResponse><imagesSet>" + items + "</imagesSet><nextToken>" + token
                + "</nextToken></DescribeImagesResponse>");
    }
}
