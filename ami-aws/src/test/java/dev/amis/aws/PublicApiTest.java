package dev.amis.aws;

import dev.amis.house.PublicApi;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PublicApiTest {

    @Test
    void publicApiIsAsListed() throws IOException {
        PublicApi.compareWithListing();
    }
}
