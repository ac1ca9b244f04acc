using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>
/// Reads days that somebody typed. What lies outside the years in which anything here can happen is no day: nobody has to think of the
/// ends of the calendar, where the day before and the day after can't be counted.
/// </summary>
internal sealed class DayBinder(IModelBinder read) : IModelBinder
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    /// <inheritdoc />
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        await read.BindModelAsync(bindingContext);
        if (bindingContext.Result.Model is not DateOnly { Year: < FirstYear or > LastYear }) return;
        var messages = bindingContext.ModelMetadata.ModelBindingMessageProvider;
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName).FirstValue ?? "";
        bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, messages.ValueIsInvalidAccessor(typed));
        bindingContext.Result = ModelBindingResult.Failed();
    }

    /// <summary>Puts it before the binder that the framework has for days.</summary>
    internal sealed class Provider : IModelBinderProvider
    {
        /// <inheritdoc />
        public IModelBinder? GetBinder(ModelBinderProviderContext context)
        {
            ArgumentNullException.ThrowIfNull(context);
            return context.Metadata.UnderlyingOrModelType == typeof(DateOnly)
                ? new DayBinder(new SimpleTypeModelBinder(
                    context.Metadata.ModelType, context.Services.GetRequiredService<ILoggerFactory>()))
                : null;
        }
    }
}
