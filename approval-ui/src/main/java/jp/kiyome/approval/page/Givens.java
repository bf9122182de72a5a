package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import jp.kiyome.approval.access.Visitor;
import jp.kiyome.approval.job.Job;
import jp.kiyome.approval.job.JobId;
import jp.kiyome.approval.job.Jobs;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.request.No;
import jp.kiyome.approval.request.Request;
import jp.kiyome.approval.request.RequestId;
import jp.kiyome.approval.request.Requests;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.store.Items;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What every page is given that asks for it: who asks, and the item, the request and the job that the path names, of their organisation. Whether
 * they may have it the door has said before, by the same path. Threads share it.
 */
final class Givens implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final Set<Class<?>> GIVEN = Set.of(Person.class, Item.class, Request.class, Job.class);

    private final Requests requests;
    private final Items items;
    private final Jobs jobs;

    Givens(Requests requests, Items items, Jobs jobs) {
        this.requests = requests;
        this.items = items;
        this.jobs = jobs;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return GIVEN.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Person person = person(http);
        Map<?, ?> named = (Map<?, ?>) http.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (parameter.getParameterType().equals(Person.class)) {
            return person;
        }
        if (parameter.getParameterType().equals(Job.class)) {
            return job(person, named);
        }
        return parameter.getParameterType().equals(Request.class) ? request(person, named) : item(person, named);
    }

    private static Person person(HttpServletRequest http) {
        return ((Visitor) http.getAttribute(Visitor.ATTRIBUTE)).person();
    }

    private Request request(Person person, Map<?, ?> named) {
        RequestId id = RequestId.parse(String.valueOf(named.get("request")));
        return requests.find(person, id).orElseThrow(() -> new No(No.Why.NOTHING_THERE));
    }

    private Job job(Person person, Map<?, ?> named) {
        JobId id = new JobId(UUID.fromString(String.valueOf(named.get("job"))));
        return jobs.find(person.organisation(), id).orElseThrow(() -> new No(No.Why.NOTHING_THERE));
    }

    /** Where the path names a request, its item. */
    private Item item(Person person, Map<?, ?> named) {
        ItemId id = named.get("item") instanceof String item
                ? ItemId.parse(item)
                : request(person, named).item();
        return items.find(person.organisation(), id).orElseThrow(() -> new No(No.Why.NOTHING_THERE));
    }
}
