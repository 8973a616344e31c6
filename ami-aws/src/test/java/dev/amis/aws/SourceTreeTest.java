package dev.amis.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.house.SourceTree;
import org.junit.jupiter.api.Test;

class SourceTreeTest {

    @Test
    void mainFilesAreShort() {
        assertThat(SourceTree.main().longerThan(400)).isEmpty();
    }

    @Test
    void testFilesAreShort() {
        assertThat(SourceTree.test().longerThan(500)).isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(SourceTree.main().notNullMarked()).isEmpty();
    }
}
