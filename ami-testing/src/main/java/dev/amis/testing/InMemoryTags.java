package dev.amis.testing;

import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DeleteTagsRequest;
import dev.amis.spi.TagPort;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Ec2;

/** The port of tags over the world. */
record InMemoryTags(Ec2 ec2, Caller caller) implements TagPort {

    @Override
    public void createTags(CreateTagsRequest request) {
        Answers.run(() -> ec2.createTags(caller, request));
    }

    @Override
    public void deleteTags(DeleteTagsRequest request) {
        Answers.run(() -> ec2.deleteTags(caller, request));
    }
}
