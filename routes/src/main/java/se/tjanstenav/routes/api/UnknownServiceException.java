package se.tjanstenav.routes.api;

/** There is no service with the id that was asked for. */
final class UnknownServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownServiceException(String id) {
        super("No service has the id '%s'. Ids are found in the list of services, %s/services"
                .formatted(Excerpt.of(id), ApiConfiguration.ROOT));
    }
}
