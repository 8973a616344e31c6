package dev.amis.usage;

import dev.amis.error.AccessDeniedException;
import dev.amis.error.Failure;
import dev.amis.model.AccountId;
import dev.amis.model.ImageId;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.Set;

/**
 * What another account refers to, read with a provider of its own.
 *
 * @param account the account
 * @param provider calls as that account
 * @param sources what is asked there
 */
record AccountReferences(AccountId account, AmiProvider provider, List<ReferenceSource> sources)
        implements ReferenceSource {

    AccountReferences {
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException(
                    "sources is empty, but must name at least one source to ask in " + account);
        }
    }

    @Override
    public String name() {
        return "account " + account;
    }

    @Override
    public List<Reference> references(RegionalProvider region) {
        RegionalProvider there = there(region);
        return sources.stream()
                .flatMap(source -> source.references(there).stream())
                .map(this::named)
                .toList();
    }

    @Override
    public List<Reference> referencesTo(RegionalProvider region, Set<ImageId> imageIds) {
        RegionalProvider there = there(region);
        return sources.stream()
                .flatMap(source -> source.referencesTo(there, imageIds).stream())
                .map(this::named)
                .toList();
    }

    @Override
    public boolean crossesRegions() {
        return sources.stream().anyMatch(ReferenceSource::crossesRegions);
    }

    /** A role of the wrong account would tell that nobody uses anything. */
    private RegionalProvider there(RegionalProvider region) {
        AccountId actual = provider.account();
        if (!actual.equals(account)) {
            throw new AccessDeniedException(Failure.of("Reading " + name(), "the credentials are those of " + actual)
                    .region(region.region())
                    .advice("Give the provider a role of " + account)
                    .build());
        }
        return provider.in(region.region());
    }

    private Reference named(Reference reference) {
        return new Reference(reference.region(), reference.imageId(), name(), reference.toString());
    }
}
