"""What can be done with products, orders and cancellations. The only place that writes."""
