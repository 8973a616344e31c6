package dev.amis.verify;

import dev.amis.error.Failure;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.internal.Session;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceType;
import dev.amis.spi.InstanceLifecyclePort;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The test of an image on instances that are launched for it and ended after it. Each step makes a new value; nothing happens
 * before {@link #run()}.
 */
public final class VerifyImage {

    private final Session session;
    private final VerificationRequest request;

    private VerifyImage(Session session, VerificationRequest request) {
        this.session = session;
        this.request = request;
    }

    /**
     * Begins a test; {@code Amis.verify} does it.
     *
     * @param session the account, in the Region of the image
     * @param imageId the image
     */
    @SuppressWarnings("exports")
    public VerifyImage(Session session, ImageId imageId) {
        this(
                session,
                VerificationRequest.builder()
                        .imageId(imageId)
                        .region(session.region())
                        .build());
    }

    /**
     * The same test of another image.
     *
     * @param imageId the image, in the same Region
     * @return the changed test
     */
    public VerifyImage of(ImageId imageId) {
        return with(request.withImageId(imageId));
    }

    /**
     * Adds types that the image is tested on, each in each subnet.
     *
     * @param types for example {@code m7g.large}; without any EC2 takes an old small one
     * @return the changed test
     * @throws IllegalArgumentException if a type is named twice, or there would be more than 50 test instances
     */
    public VerifyImage on(InstanceType... types) {
        return with(request.withInstanceTypes(Stream.concat(request.instanceTypes().stream(), Stream.of(types))
                .toList()));
    }

    /**
     * Adds subnets that the image is tested in, with each type.
     *
     * @param subnetIds for example {@code subnet-0abcdef1234567890}
     * @return the changed test
     * @throws IllegalArgumentException if a subnet is named twice, or there would be more than 50 test instances
     */
    public VerifyImage inSubnets(String... subnetIds) {
        return with(request.withSubnetIds(Stream.concat(request.subnetIds().stream(), Stream.of(subnetIds))
                .toList()));
    }

    /**
     * Names the security groups of the test instances. One that lets nobody in is enough: commands come by the agent.
     *
     * @param groupIds for example {@code sg-0abcdef1234567890}
     * @return the changed test
     */
    public VerifyImage securityGroups(String... groupIds) {
        return with(request.withSecurityGroupIds(List.of(groupIds)));
    }

    /**
     * Names the instance profile of the test instances.
     *
     * @param profile its name or ARN; for checks its role needs what {@code AmazonSSMManagedInstanceCore} allows
     * @return the changed test
     */
    public VerifyImage instanceProfile(String profile) {
        return with(request.withIamInstanceProfile(profile));
    }

    /**
     * Says what the test instances run when they start.
     *
     * @param text plain text, which is encoded on its way
     * @return the changed test
     */
    public VerifyImage userData(String text) {
        return with(request.withUserData(text));
    }

    /**
     * Adds a command that must end with 0 on every instance.
     *
     * @param name what the check is called
     * @param command a script for the shell, or for PowerShell on Windows; it may be run twice if an answer is lost
     * @return the changed test
     * @throws IllegalArgumentException if name or command is blank, or there is such a check already
     */
    public VerifyImage check(String name, String command) {
        return with(
                request.withChecks(Stream.concat(request.checks().stream(), Stream.of(new ImageCheck(name, command)))
                        .toList()));
    }

    /**
     * Says how long all of it may take, ending the instances aside.
     *
     * @param limit by default 30 minutes
     * @return the changed test
     * @throws IllegalArgumentException if the duration is not positive
     */
    public VerifyImage within(Duration limit) {
        return with(request.withWithin(limit));
    }

    /**
     * Tells this test from others that are alike. Two that are alike and run at once share their instances, and the first to
     * finish ends them.
     *
     * @param run for example the number of a build
     * @return the changed test
     */
    public VerifyImage as(String run) {
        return with(request.withRun(run));
    }

    /**
     * What is asked for.
     *
     * @return the request
     */
    public VerificationRequest toRequest() {
        return request;
    }

    /**
     * Says what {@link #run()} would do; no call is made.
     *
     * @return a sentence; neither user data nor commands are in it
     */
    public String describe() {
        return request + ", within " + request.within().toMinutes() + " minutes, instances tagged "
                + VerificationTag.KEY + "=" + VerificationTag.of(request).value();
    }

    /**
     * Launches the test instances, waits for both status checks, runs the checks, keeps the console output, and ends the
     * instances. Blocks until that is done.
     *
     * <p>The instances are ended whatever happens, also when this is interrupted. If the process dies, the same request takes
     * them over, and {@code Amis.sweepVerifications()} ends them.
     *
     * <p><b>Calls</b> {@code DescribeImages}, for types {@code DescribeInstanceTypes}; {@code DescribeInstances}, {@code
     * RunInstances}, {@code DescribeInstanceStatus}, for checks {@code
     * ssm:DescribeInstanceInformation}, {@code ssm:SendCommand} and {@code ssm:GetCommandInvocation}, {@code
     * GetConsoleOutput}, {@code TerminateInstances}.
     *
     * <p><b>Changes</b> test instances, tagged {@code amis:verification}, run for some minutes and are paid for. Their
     * volumes go with them, whatever the image says.
     *
     * <p><b>Undo</b> nothing is left to undo; {@link Verification#leftBehind()} names what could not be ended.
     *
     * @return how the image stood the test; an image that does not boot is a result, not an exception
     * @throws dev.amis.error.InvalidRequestException before anything is launched if a type that is named does not exist, or
     *     cannot launch the image, for example because of its architecture
     * @throws UnsupportedCapabilityException before any call if the provider cannot launch instances or, for checks, run
     *     commands
     * @throws dev.amis.error.WaitInterruptedException if the thread was interrupted; the instances are ended before
     * @throws dev.amis.error.AmiException if the instances could not be looked at; they are ended before
     */
    public Verification run() {
        InstanceLifecyclePort port = session.here().instanceLifecycle().orElseThrow(() -> unsupported("RunInstances"));
        if (!request.checks().isEmpty() && session.here().commands().isEmpty()) {
            throw unsupported("ssm:SendCommand");
        }
        TypeRules.refuseUnfit(session, request);
        return new VerificationRun(session, request, port).run();
    }

    private UnsupportedCapabilityException unsupported(String operation) {
        return new UnsupportedCapabilityException(Failure.of(operation, "the provider does not offer it")
                .region(session.region())
                .build());
    }

    private VerifyImage with(VerificationRequest changed) {
        return new VerifyImage(session, changed);
    }

    @Override
    public String toString() {
        return describe();
    }
}
